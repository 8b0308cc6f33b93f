using StorageKit.Conformance.Clauses;
using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Secrets;

/// <summary>Canaries as secret, content and payload, and calls that carry them.</summary>
internal sealed class PlantedCanaries
{
    /// <summary>The key of the planted secret and object.</summary>
    internal const string Key = "canary";

    const string LoneSurrogate = "canary\ud83d";

    readonly Canary _content = Canary.Plant("the content of an object");
    readonly Canary _payload = Canary.Plant("the payload of an audit entry");

    /// <summary>The value of a secret.</summary>
    internal Canary Secret { get; } = Canary.Plant("the value of a secret");

    /// <summary>All of them.</summary>
    internal IReadOnlyList<Canary> All => [Secret, _content, _payload];

    /// <summary>Calls on whichever of the contracts the stores serve; whether they succeed does not matter.</summary>
    internal IEnumerable<Exercise> Calls(TenantStores stores) =>
    [
        .. stores.Find<ICredentialStore>() is { } credentials ? Calls(credentials) : [],
        .. stores.Find<IObjectStore>() is { } objects ? Calls(objects) : [],
        .. stores.Find<IAuditSink>() is { } sink ? Calls(sink) : [],
    ];

    IEnumerable<Exercise> Calls(ICredentialStore store) =>
    [
        new("ICredentialStore.PutSecretAsync", token => store.PutSecretAsync(Key, Secret.Bytes, token)),
        new("ICredentialStore.PutSecretAsync with a key that is no text",
            token => store.PutSecretAsync(LoneSurrogate, Secret.Bytes, token)),
        new("ICredentialStore.PutSecretAsync on an existing secret",
            token => store.PutSecretAsync(Key, Secret.Bytes, token)),
        new("ICredentialStore.GetSecretAsync",
            async token => await store.GetSecretAsync(Key, token).ConfigureAwait(false)),
    ];

    IEnumerable<Exercise> Calls(IObjectStore store) =>
    [
        new("IObjectStore.WriteAsync", token => store.WriteAsync(Key, _content.Bytes, token)),
        new("IObjectStore.WriteAsync with a key that is no text",
            token => store.WriteAsync(LoneSurrogate, _content.Bytes, token)),
        new("IObjectStore.ReadAsync", async token => await store.ReadAsync(Key, token).ConfigureAwait(false)),
    ];

    IEnumerable<Exercise> Calls(IAuditSink store)
    {
        var first = AuditSamples.Full($$"""{"tool":"{{_payload.Text}}"}""");
        // Another entry in the same place of its chain: a sink that enforces chains refuses it.
        var second = (AuditDraft.Of(first) with { TimestampNs = first.TimestampNs + 1 }).ToEntry();
        yield return new("IAuditSink.EmitAsync", token => store.EmitAsync(first, token));
        yield return new("IAuditSink.EmitAsync of an entry in a taken place", token => store.EmitAsync(second, token));
        if (store is IAuditBatchSink batch)
            yield return new(
                "IAuditBatchSink.EmitBatchAsync", token => batch.EmitBatchAsync([first, second], token));
        if (store is IAuditLog log)
            yield return new(
                "IAuditLog.ReadAsync", async token => await log.ReadAsync(0, 10, token).ConfigureAwait(false));
    }
}
