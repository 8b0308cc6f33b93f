using System.Buffers;
using System.Text;
using System.Text.Json;

namespace StorageKit.Tools;

/// <summary>Writes calls to an audit sink: a hash chain for each agent and life of the host. Thread-safe.</summary>
/// <remarks>Entries of one agent are written one after the other, because each names the hash of the one before it;
/// different agents do not wait for each other. Those that the host does not know share a chain.</remarks>
internal sealed class CallAudit(IAuditSink sink, TimeProvider time)
{
    const int LongestText = 1024;

    readonly Dictionary<AgentId, Chain> _chains = [];

    internal async ValueTask RecordAsync(CallRecord call, ToolOutcome? outcome, CancellationToken cancellationToken)
    {
        var chain = ChainOf(call.Agent?.Id ?? ToolAgent.IdOf(""));
        var payload = PayloadOf(call, outcome);
        var type = call.Tool is null ? AuditEventType.PolicyViolation : AuditEventType.ToolDispatched;
        await chain.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (chain.Doubtful is { } doubtful)
                await EmitAsync(chain, doubtful, cancellationToken).ConfigureAwait(false);
            var entry = new AuditEntry(
                chain.Trail.NextSeq, NowNs(), type, chain.Agent, chain.Session, payload, chain.Trail.LastHash);
            await EmitAsync(chain, entry, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            chain.Turn.Release();
        }
    }

    // Only what is stored is a link of the chain. What may be stored is emitted again before the next one: the contract
    // stores it once.
    async Task EmitAsync(Chain chain, AuditEntry entry, CancellationToken cancellationToken)
    {
        chain.Doubtful = entry;
        try
        {
            await sink.EmitAsync(entry, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (
            e is ArgumentException
                or StorageException { Kind: StorageErrorKind.Conflict or StorageErrorKind.Serialization })
        {
            chain.Doubtful = null;
            throw;
        }
        chain.Trail.Append(entry);
        chain.Doubtful = null;
    }

    Chain ChainOf(AgentId agent)
    {
        lock (_chains)
            return _chains.TryGetValue(agent, out var known) ? known : _chains[agent] = new(agent);
    }

    ulong NowNs() => (ulong)(time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100;

    static string PayloadOf(CallRecord call, ToolOutcome? outcome)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("agent", Shown(call.AgentName));
            writer.WriteString("tool", Shown(call.ToolName));
            if (call.Tool is { } tool) writer.WriteString("component", tool.Component);
            if (SubjectOf(call) is { } subject) writer.WriteString(call.Tool!.SubjectArgument!, Shown(subject));
            writer.WriteString("outcome", outcome is { } ended ? VariantOf(ended) : "canceled");
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    static string? SubjectOf(CallRecord call)
    {
        if (call.Tool?.SubjectArgument is not { } name || call.Arguments.ValueKind != JsonValueKind.Object
            || !call.Arguments.TryGetProperty(name, out var value)) return null;
        return JsonText.TryGet(value, out var text) ? text : null;
    }

    static string Shown(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";

    static string VariantOf(ToolOutcome outcome) => outcome switch
    {
        ToolOutcome.Succeeded => "succeeded",
        ToolOutcome.UnknownTool => "unknown_tool",
        ToolOutcome.InvalidArguments => "invalid_arguments",
        ToolOutcome.NotFound => "not_found",
        ToolOutcome.LimitExceeded => "limit_exceeded",
        ToolOutcome.TimedOut => "timed_out",
        ToolOutcome.Failed => "failed",
        _ => "not_audited",
    };

    sealed class Chain
    {
        internal Chain(AgentId agent) => (Agent, Trail) = (agent, new(agent, Session));

        internal AgentId Agent { get; }

        internal SessionId Session { get; } = SessionId.New();

        internal AuditTrail Trail { get; }

        /// <summary>An entry that the sink failed to acknowledge, and may have stored.</summary>
        internal AuditEntry? Doubtful { get; set; }

        internal SemaphoreSlim Turn { get; } = new(1);
    }
}
