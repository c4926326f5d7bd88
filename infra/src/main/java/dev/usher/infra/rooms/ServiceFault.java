// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import dev.usher.infra.rooms.Paces.Operation;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ivschat.model.AccessDeniedException;
import software.amazon.awssdk.services.ivschat.model.PendingVerificationException;
import software.amazon.awssdk.services.ivschat.model.ServiceQuotaExceededException;

/** What a fault of the service or of the way to it means, and what to do. */
final class ServiceFault {
    private ServiceFault() {}

    static RoomsException of(Operation operation, SdkException fault) {
        return new RoomsException(operation + ": " + meaning(operation, fault), fault);
    }

    private static String meaning(Operation operation, SdkException fault) {
        String message = String.valueOf(fault.getMessage());
        if (fault instanceof AwsServiceException service && service.isThrottlingException()) {
            return "throttled, and still so after several tries: others call this operation too; try again"
                    + " later or more slowly";
        }
        if (fault instanceof ServiceQuotaExceededException quota) {
            return "a quota of the account is used up (" + quota.limit()
                    + "): ask for more of it under Service Quotas, or delete rooms";
        }
        if (fault instanceof AccessDeniedException
                || (fault instanceof AwsServiceException denied && denied.statusCode() == 403
                        && !(fault instanceof PendingVerificationException))) {
            return "not allowed: these credentials need ivschat:" + operation + ": " + message;
        }
        if (fault instanceof ApiCallTimeoutException || fault instanceof ApiCallAttemptTimeoutException) {
            return "no answer in time: " + message;
        }
        if (message.startsWith("Unable to load credentials") || message.startsWith("Profile ")) {
            return "no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile"
                    + " that has them (--profile, AWS_PROFILE): " + message;
        }
        return message;
    }
}
