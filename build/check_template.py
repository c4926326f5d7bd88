"""Expands template.yaml with AWS's own translator, as a deployment would, and checks what comes out of it.

    check_template.py TEMPLATE

Runs on the Python of the SAM CLI (build/sam --python); asks no network and no account.
"""
import copy
import json
import logging
import os
import re
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")  # the translator asks boto3 for a region
logging.getLogger("samtranslator").setLevel(logging.ERROR)

from samtranslator.translator.transform import transform  # noqa: E402
from samtranslator.yaml_helper import yaml_parse  # noqa: E402

EVERYTHING = {"StateTable": "true", "Enforcement": "true", "ProvisionedConcurrency": "2",
              "MaximumProvisionedConcurrency": "8", "RulesFile": "rules/rules.json",
              "AlarmTopicArn": "arn:aws:sns:us-east-1:123456789012:on-call"}


class NoManagedPolicies:
    """The translator would ask IAM for the names of managed policies; the template names none."""

    @staticmethod
    def load():
        return {}


def expand(source, **parameters):
    template = copy.deepcopy(source)
    for resource in template["Resources"].values():
        # the translator takes code from S3 alone; sam package has put it there by then
        for name in ("CodeUri", "ContentUri"):
            if name in resource["Properties"]:
                resource["Properties"][name] = {"Bucket": "local", "Key": name}
    template["Globals"]["Function"]["CodeUri"] = {"Bucket": "local", "Key": "CodeUri"}
    return transform(template, parameters, NoManagedPolicies())


def of_type(expanded, kind):
    return {name: r for name, r in expanded["Resources"].items() if r["Type"] == kind}


def version(expanded):
    (name,) = of_type(expanded, "AWS::Lambda::Version")
    return name


def walk(node):
    yield node
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    for child in children:
        yield from walk(child)


def check_alias(expanded):
    """Rooms and permission point at the alias, the alias at the version, and a deployment shifts it."""
    resources = expanded["Resources"]
    alias = "ReviewFunctionAliaslive"
    assert resources[alias]["Properties"]["Name"] == "live"
    assert resources[alias]["Properties"]["FunctionVersion"] == {"Fn::GetAtt": [version(expanded), "Version"]}
    assert resources["ReviewPermission"]["Properties"]["FunctionName"] == {"Ref": alias}
    assert resources["Rooms"]["Properties"]["HandlerArn"] == {"Ref": alias}
    assert {"Ref": version(expanded)} in list(walk(resources["Rooms"]["Properties"]["Revision"])), "a new version is not proved"
    shift = resources[alias]["UpdatePolicy"]["CodeDeployLambdaAliasUpdate"]
    group = resources[shift["DeploymentGroupName"]["Ref"]]["Properties"]
    assert group["AutoRollbackConfiguration"]["Enabled"] is True
    assert set(group["AutoRollbackConfiguration"]["Events"]) >= {"DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"}
    condition, with_metrics, without = group["AlarmConfiguration"]["Fn::If"]
    lambdas_own = ["ReviewErrorsAlarm", "ReviewThrottlesAlarm", "LateAnswersAlarm"]
    assert condition == "HasMetrics" and with_metrics["Enabled"] is True and without["Enabled"] is True
    assert [a["Name"]["Ref"] for a in with_metrics["Alarms"]] == lambdas_own + ["SlowReviewsAlarm", "FallbacksAlarm"]
    assert [a["Name"]["Ref"] for a in without["Alarms"]] == lambdas_own
    assert group["ServiceRoleArn"] == {"Fn::GetAtt": ["DeploymentRole", "Arn"]}


def check_roles(expanded):
    """The translator has added no role and no managed policy to ours."""
    assert set(of_type(expanded, "AWS::IAM::Role")) == {"ReviewRole", "DeploymentRole", "RoomsRole", "EnforcementRole"}
    for name, role in of_type(expanded, "AWS::IAM::Role").items():
        assert "ManagedPolicyArns" not in role["Properties"], name
    assert not of_type(expanded, "AWS::IAM::Policy") and not of_type(expanded, "AWS::IAM::ManagedPolicy")


def check_references(expanded):
    """Whatever is named is there, made by us or by the translator; a condition that is false takes nobody along."""
    resources = expanded["Resources"]
    known = set(resources) | set(expanded["Parameters"])
    for node in walk(expanded):
        if isinstance(node, dict) and set(node) == {"Ref"} and not node["Ref"].startswith("AWS::"):
            assert node["Ref"] in known, f"Ref {node['Ref']}"
        if isinstance(node, dict) and set(node) == {"Fn::GetAtt"}:
            assert node["Fn::GetAtt"][0] in resources, f"GetAtt {node}"
    for name, resource in resources.items():
        depends = resource.get("DependsOn", [])
        for other in [depends] if isinstance(depends, str) else depends:
            assert other in resources, f"{name} depends on {other}, which is not there"


def check_versions(source, plain):
    """Whatever changes how messages are reviewed publishes a version, which is then shifted to and proved.

    A new line in the template gives the version a new name; a new value of a parameter does not, and so has to stand in
    the version's description, which CloudFormation can only replace.
    """
    edited = copy.deepcopy(source)
    edited["Resources"]["ReviewFunction"]["Properties"]["Timeout"] = 4
    assert version(expand(edited)) != version(plain)
    assert version(expand(source, MaximumMessageRatePerSecond="50")) == version(plain)
    description = plain["Resources"][version(plain)]["Properties"]["Description"]["Fn::Sub"]
    named = set(re.findall(r"\$\{(\w+)}", description))
    used = {node["Ref"] for node in walk(source["Resources"]["ReviewFunction"]["Properties"])
            if isinstance(node, dict) and set(node) == {"Ref"} and node["Ref"] in source["Parameters"]}
    used |= {name for node in walk(source["Resources"]["ReviewFunction"]["Properties"]["Environment"])
             if isinstance(node, dict) and "Fn::Sub" in node for name in re.findall(r"\$\{(\w+)}", node["Fn::Sub"])}
    of_the_alias = {"ProvisionedConcurrency", "DeploymentType"}
    assert used - of_the_alias <= named, f"a new value would publish no version: {used - of_the_alias - named}"
    longest = sum(len(max(map(str, p.get("AllowedValues", [p.get("MaxValue", "x" * p.get("MaxLength", 0))])), key=len))
                  for name, p in source["Parameters"].items() if name in named)
    assert longest + len(re.sub(r"\$\{\w+}", "", description)) <= 256, "too long for a version's description"


def check_dashboard(expanded):
    body = expanded["Resources"]["Dashboard"]["Properties"]["DashboardBody"]["Fn::Sub"]
    assert len(json.loads(body)["widgets"]) == 8


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        source = yaml_parse(file.read())
    plain = expand(source)
    everything = expand(source, **EVERYTHING)
    for expanded in (plain, everything):
        check_alias(expanded)
        check_roles(expanded)
        check_references(expanded)
        check_dashboard(expanded)
    check_versions(source, plain)
    config = everything["Resources"]["ReviewFunctionAliaslive"]["Properties"]["ProvisionedConcurrencyConfig"]
    assert config["Fn::If"][0] == "HasProvisionedConcurrency"
    snap_start = everything["Resources"]["ReviewFunction"]["Properties"]["SnapStart"]
    assert snap_start["Fn::If"][0] == "HasSnapStart"
    print(f"check_template: {len(plain['Resources'])} resources after AWS's own expansion, wired as they should be")


if __name__ == "__main__":
    main()
