namespace StorageKit.Conformance.Clauses;

/// <summary>Reads of a secret together with the answer they have to give. No message shows a secret.</summary>
internal static class SecretExpectations
{
    /// <summary>The key has this secret.</summary>
    internal static async ValueTask ExpectAsync(
        this ICredentialStore store, string key, byte[] secret, string when, CancellationToken cancellationToken)
    {
        var actual = await store.GetSecretAsync(key, cancellationToken).ConfigureAwait(false);
        Expect.SameBytes(secret, actual, $"GetSecretAsync of {OddKeys.Name(key)}, {when}");
    }

    /// <summary>The key has none.</summary>
    internal static async ValueTask ExpectAbsentAsync(
        this ICredentialStore store, string key, string when, CancellationToken cancellationToken) =>
        Expect.Absent(
            await store.GetSecretAsync(key, cancellationToken).ConfigureAwait(false),
            $"GetSecretAsync of {OddKeys.Name(key)}, {when}");
}
