// SPDX-License-Identifier: Apache-2.0
package dev.usher.infra.rooms;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.ivschat.IvschatClient;
import software.amazon.awssdk.services.ivschat.IvschatClientBuilder;

/** AWS's client for the control plane, as we want it. */
final class Clients {
    /** Of throttled calls, mostly: the quotas are the account's, and others call too. */
    private static final int TRIES = 8;
    private static final Duration CALL_LIMIT = Duration.ofMinutes(1);
    private static final Duration TRY_LIMIT = Duration.ofSeconds(10);

    private Clients() {}

    /** From the environment, as on Lambda. */
    static IvschatClient standard() {
        return builder().build();
    }

    /** As the command line says; what it does not say is taken from the environment, as by other AWS tools. */
    static IvschatClient of(@Nullable String profile, @Nullable Region region, @Nullable URI endpoint) {
        IvschatClientBuilder builder = builder();
        if (profile != null) {
            builder.overrideConfiguration(builder.overrideConfiguration().toBuilder()
                    .defaultProfileName(profile).defaultProfileFileSupplier(ProfileFile::defaultProfileFile)
                    .build());
            builder.credentialsProvider(DefaultCredentialsProvider.builder().profileName(profile).build());
        }
        if (region != null) {
            builder.region(region);
        }
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder.build();
    }

    /** The Region of the environment or the profile. */
    static @Nullable Region region(@Nullable String profile) {
        try {
            return DefaultAwsRegionProviderChain.builder().profileName(profile).build().getRegion();
        } catch (software.amazon.awssdk.core.exception.SdkClientException none) {
            return null;
        }
    }

    private static IvschatClientBuilder builder() {
        return IvschatClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(TRY_LIMIT)
                        .socketTimeout(TRY_LIMIT))
                .overrideConfiguration(override -> override
                        .retryStrategy(
                                AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(TRIES)
                                        .build())
                        .apiCallTimeout(CALL_LIMIT).apiCallAttemptTimeout(TRY_LIMIT));
    }
}
