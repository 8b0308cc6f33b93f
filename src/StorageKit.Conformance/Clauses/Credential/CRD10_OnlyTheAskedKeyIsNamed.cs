namespace StorageKit.Conformance.Clauses;

/// <summary>No answer or error names another key than the one asked for.</summary>
[Clause("CRD-10", "No answer or error names another key than the one asked for.", Contract = typeof(ICredentialStore))]
internal sealed class CRD10_OnlyTheAskedKeyIsNamed : Clause<ICredentialStore>
{
    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        var others = new[] { "payments/live_key", "payments/test_key", "payments/live_key2" };
        var secret = CanaryBytes.New("sk-named");
        foreach (var key in others) await store.PutSecretAsync(key, secret, token).ConfigureAwait(false);

        foreach (var near in new[] { "payments/live_ke",
            "payments/livekey", "Payments/Live_Key", "payments/", "payments/\ud800" })
        {
            if (await FailureOfAsync(store, near, token).ConfigureAwait(false) is not { } failure)
            {
                await store.ExpectAbsentAsync(near, "near to stored ones", token).ConfigureAwait(false);
                continue;
            }
            var text = failure.ToString();
            var named = others.FirstOrDefault(key => text.Contains(key, StringComparison.OrdinalIgnoreCase));
            Expect.That(named is null,
                $"NAMES ANOTHER KEY: the {failure.GetType().Name} for {OddKeys.Name(near)} names \"{named}\"");
            Expect.That(failure is ArgumentException,
                $"GetSecretAsync of {OddKeys.Name(near)}: expected null, got {failure.GetType().Name}");
        }
    }

    static async ValueTask<Exception?> FailureOfAsync(ICredentialStore store, string key, CancellationToken token)
    {
        try
        {
            await store.GetSecretAsync(key, token).ConfigureAwait(false);
            return null;
        }
        catch (Exception failure) when (failure is ArgumentException or StorageException)
        {
            return failure;
        }
    }
}
