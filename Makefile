# What `sam build` calls, a target for each function and layer of template.yaml, and the checks that need SAM.
# One Maven run makes them all, unless nothing changed.

MVN ?= mvn
MVNFLAGS ?= -B -ntp -q
SAM_MODULES := handler,infra,state-dynamodb
ARTIFACTS := handler/target/lambda infra/target/lambda state-dynamodb/target/layer
SOURCES := $(shell find pom.xml */pom.xml review-rules/src handler/src infra/src state-dynamodb/src -type f -not -path '*/src/test/*')
STAMP := target/lambda.stamp
# The stamp counts for nothing where somebody took the artifacts away.
MISSING := $(if $(filter-out $(wildcard $(ARTIFACTS)),$(ARTIFACTS)),artifacts)

.PHONY: artifacts build-ReviewFunction build-RoomsFunction build-EnforcementFunction build-StateLayer \
	sam sam-check sam-local-check

$(STAMP): $(SOURCES) $(MISSING)
	rm -rf $(ARTIFACTS)
	$(MVN) $(MVNFLAGS) -pl $(SAM_MODULES) -am -Dmaven.test.skip -Djacoco.skip -Dspotless.check.skip package
	mkdir -p target && touch $@

artifacts: ;

# rules/ is yours: its files go into the functions under the same name, and jars in rules/lib beside the function's own.
build-ReviewFunction: $(STAMP)
	cp -R handler/target/lambda/. "$(ARTIFACTS_DIR)/"
	build/add-rules "$(ARTIFACTS_DIR)"

build-RoomsFunction: $(STAMP)
	cp -R infra/target/lambda/. "$(ARTIFACTS_DIR)/"

build-EnforcementFunction: $(STAMP)
	cp -R infra/target/lambda/. "$(ARTIFACTS_DIR)/"
	build/add-rules "$(ARTIFACTS_DIR)"

build-StateLayer: $(STAMP)
	cp -R state-dynamodb/target/layer/. "$(ARTIFACTS_DIR)/"

# Finds SAM, or installs it into .sam/ (build/sam).
sam:
	build/sam --version

# sam validate --lint, sam build, and what the expanded template must hold; needs no account and no Docker.
sam-check:
	build/sam-check

# Every golden event through `sam local invoke`; needs Docker, and build/lambda-image where no registry is at hand.
sam-local-check:
	build/sam-local-check
