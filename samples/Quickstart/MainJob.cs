using System.Diagnostics;
using System.Text;
using Spectre.Console;
using StorageKit;

namespace Quickstart;

/// <summary>What a service that governs agents does with its stores.</summary>
internal static class MainJob
{
    const int Callers = 8;
    const int RequestsEach = 50;
    const int Decisions = 200;

    internal static async Task RunAsync(Storage storage, SessionId session)
    {
        var agent = AgentId.New();
        await storage.Lifecycle.RegisterAsync(agent);
        await storage.Lifecycle.HeartbeatAsync(agent);
        await storage.Sessions.SaveAsync(new SessionRecord(session, agent, StartedAtNs: Now()));
        Say($"agent {agent} registered, its session saved");

        var policy = new PolicyDocument(
            version: 1, "no-shell", [new("shell.*", PolicyDecision.Deny), new("*", PolicyDecision.Allow)]);
        await ((IPolicyWriter)storage.Policies).PutPolicyAsync(agent, policy);
        Say($"{await storage.Policies.GetPolicyAsync(agent)} stored");

        await storage.Credentials.PutSecretAsync("openai/api_key", "not-a-real-key"u8.ToArray());
        Say(
            $"a secret of {(await storage.Credentials.GetSecretAsync("openai/api_key"))!.Length} bytes stored, "
            + "encrypted at rest");

        await CountRequestsAsync(storage.RateLimits, agent);
        await WriteAuditLogAsync(storage.Audit, agent, session);
        await storage.Objects.WriteAsync("notes/first", Encoding.UTF8.GetBytes("An agent's own storage."));
        Say("an object written");
    }

    internal static async Task VerifyAsync(Storage storage, SessionId session)
    {
        var record = await storage.Sessions.LoadAsync(session)
            ?? throw new InvalidOperationException("The session is gone.");
        Say($"session of agent {record.AgentId} resumed");
        var watch = Stopwatch.StartNew();
        var reports = await AuditChain.VerifyAsync((IAuditLog)storage.Audit);
        Say(
            $"{reports.Count} audit chains read back in {watch.ElapsedMilliseconds} ms; this session's: "
            + $"{reports[session]}");
        if (!reports[session].IsIntact) throw new InvalidOperationException("The audit chain is broken.");
    }

    static async Task CountRequestsAsync(IRateLimitCounter counter, AgentId agent)
    {
        var key = $"requests/{agent}";
        var watch = Stopwatch.StartNew();
        var callers = Enumerable.Range(0, Callers).Select(async _ =>
        {
            for (var i = 0; i < RequestsEach; i++) await counter.IncrementAsync(key, 1, TimeSpan.FromMinutes(1));
        });
        await Task.WhenAll(callers);
        var total = await counter.CurrentAsync(key);
        Say($"{Callers} callers counted {total} requests in {watch.ElapsedMilliseconds} ms");
        if (total != Callers * RequestsEach) throw new InvalidOperationException("A request was not counted.");
    }

    static async Task WriteAuditLogAsync(IAuditSink audit, AgentId agent, SessionId session)
    {
        var trail = new AuditTrail(agent, session);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Decisions; i++)
            await audit.EmitAsync(
                trail.Next(AuditEventType.ToolCallIntercepted, Now(), $$"""{"tool":"search","call":{{i}}}"""));
        Say(
            $"{Decisions} audit entries chained, each synced before it was acknowledged, "
            + $"in {watch.ElapsedMilliseconds} ms");
    }

    static ulong Now() => (ulong)(DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).Ticks * 100;

    static void Say(string text) => AnsiConsole.MarkupLineInterpolated($"   [green]✓[/] {text}");
}
