package be.designations.principalmanager;

import org.jspecify.annotations.Nullable;

/** Why a request is taken back; the answers to {@code forms/principal-manager-withdrawal.form}. */
public record PrincipalManagerWithdrawal(@Nullable String reason) {}
