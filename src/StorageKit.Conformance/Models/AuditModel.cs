using System.Globalization;
using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance.Models;

/// <summary>A log of a few sessions' chains.</summary>
internal sealed class AuditModel : ContractModel<IAuditSink, AuditState>
{
    static readonly string[] s_payloads = ["", "{\"tool\":\"search\"}", "İıi", "a\nb\0c", "🔑"];

    protected override Step<IAuditSink, AuditState> Next(Choices choices) => choices.Next(10) switch
    {
        < 4 => EmitOne(choices.Pick(ModelKeys.Sessions), choices.Pick(s_payloads)),
        < 6 => EmitBatch(choices.Pick(ModelKeys.Sessions), choices.Next(4), choices.Pick(s_payloads)),
        < 7 => EmitAgain(choices.Next(16)),
        _ => Read((ulong)choices.Next(16), 1 + choices.Next(5)),
    };

    static Step<IAuditSink, AuditState> EmitOne(SessionId session, string payload) => Emit(
        $"EmitAsync(next of {session}, {OddKeys.Name(payload)})", state => state.EmitNext(session, 1, payload));

    static Step<IAuditSink, AuditState> EmitAgain(int index) => Emit(
        string.Create(CultureInfo.InvariantCulture, $"EmitAsync(stored entry {index + 1}, again)"),
        state => state.EmitAgain(index));

    static Step<IAuditSink, AuditState> EmitBatch(SessionId session, int count, string payload) => Emit(
        string.Create(
            CultureInfo.InvariantCulture, $"EmitBatchAsync(next {count} of {session}, {OddKeys.Name(payload)})"),
        state => state.EmitNext(session, count, payload)) with
    {
        AskAsync = async (sink, state, token) =>
        {
            if (sink is not IAuditBatchSink batch)
                return await EmitOneByOneAsync(sink, state, token).ConfigureAwait(false);
            await batch.EmitBatchAsync(state.Pending, token).ConfigureAwait(false);
            return Answer.Done;
        },
    };

    static Step<IAuditSink, AuditState> Emit(string text, Action<AuditState> emit) => new(
        text,
        state =>
        {
            emit(state);
            return Answer.Done;
        },
        async (sink, state, token) => await EmitOneByOneAsync(sink, state, token).ConfigureAwait(false));

    static Step<IAuditSink, AuditState> Read(ulong after, int limit) => new(
        string.Create(CultureInfo.InvariantCulture, $"ReadAsync({after}, {limit})"),
        state => Answer.Of(state.Read(after, limit)),
        async (sink, _, token) => sink is IAuditLog log
            ? Answer.Of(await log.ReadAsync(after, limit, token).ConfigureAwait(false))
            : null);

    static async ValueTask<string> EmitOneByOneAsync(IAuditSink sink, AuditState state, CancellationToken token)
    {
        foreach (var entry in state.Pending) await sink.EmitAsync(entry, token).ConfigureAwait(false);
        return Answer.Done;
    }
}
