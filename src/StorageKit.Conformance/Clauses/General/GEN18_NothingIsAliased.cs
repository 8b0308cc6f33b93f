using StorageKit.Conformance.Models;

namespace StorageKit.Conformance.Clauses;

/// <summary>Arguments and results belong to the caller: what he does to them later changes nothing stored.</summary>
[Clause(
    "GEN-18", "Arguments and results are not aliased: changing them after the call changes nothing that is stored.")]
internal sealed class GEN18_NothingIsAliased : Clause
{
    static readonly byte[] s_bytes = [1, 2, 3, 4, 5];

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var token = context.CancellationToken;
        if (context.Stores.Find<ICredentialStore>() is { } secrets)
            await BytesAsync(
                nameof(ICredentialStore), bytes => secrets.PutSecretAsync("k", bytes, token),
                () => secrets.GetSecretAsync("k", token)).ConfigureAwait(false);
        if (context.Stores.Find<IObjectStore>() is { } objects)
            await BytesAsync(
                nameof(IObjectStore), bytes => objects.WriteAsync("k", bytes, token),
                () => objects.ReadAsync("k", token)).ConfigureAwait(false);
        if (context.Stores.Find<IAuditSink>() is IAuditLog log)
            await AuditAsync(context.Stores.Get<IAuditSink>(), log, token).ConfigureAwait(false);
    }

    static async ValueTask BytesAsync(string contract, Func<byte[], ValueTask> write, Func<ValueTask<byte[]?>> read)
    {
        byte[] argument = [.. s_bytes];
        await write(argument).ConfigureAwait(false);
        argument.AsSpan().Fill(0xff);
        var result = await read().ConfigureAwait(false);
        Expect.SameBytes(s_bytes, result, $"{contract}, after the caller changed the array he had stored");
        result.AsSpan().Fill(0xff);
        var again = await read().ConfigureAwait(false);
        Expect.SameBytes(s_bytes, again, $"{contract}, after the caller changed the array he had read");
    }

    static async ValueTask AuditAsync(IAuditSink sink, IAuditLog log, CancellationToken token)
    {
        var chain = AuditSamples.Chain(4);
        if (sink is IAuditBatchSink batch)
        {
            List<AuditEntry> argument = [.. chain];
            await batch.EmitBatchAsync(argument, token).ConfigureAwait(false);
            argument.Clear();
        }
        else
        {
            foreach (var entry in chain) await sink.EmitAsync(entry, token).ConfigureAwait(false);
        }
        var expected = Answer.Of(chain.Select((entry, i) => new AuditRecord((ulong)i + 1, entry, entry.Digest)));
        var page = await log.ReadAsync(0, 10, token).ConfigureAwait(false);
        Expect.Equal(expected, Answer.Of(page), "IAuditLog, after the caller cleared the list that he had emitted");
        if (page is not IList<AuditRecord> { IsReadOnly: false } list) return;
        for (var i = 0; i < list.Count; i++) list[i] = list[0];
        Expect.Equal(
            expected, Answer.Of(await log.ReadAsync(0, 10, token).ConfigureAwait(false)),
            "IAuditLog, after the caller changed the page that he had read");
    }
}
