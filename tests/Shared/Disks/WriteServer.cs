using System.Globalization;

namespace StorageKit.Testing.Disks;

/// <summary>The child's side of <see cref="ServedStores"/>: writes the value of each line of its standard input to every
/// store that the driver has, and says what became of each write.</summary>
internal static class WriteServer
{
    internal const string Work = "serve", Done = "done", Acknowledged = "ok";

    internal static SessionId Session { get; } = SessionId.FromBytes([.. Enumerable.Repeat((byte)7, 16)]);

    internal static AgentId Agent { get; } = AgentId.FromBytes([.. Enumerable.Repeat((byte)8, 16)]);

    internal static async Task RunAsync(TenantStores stores)
    {
        var trail = new AuditTrail(Agent, Session);
        Queue<AuditEntry> waiting = [];
        while (Console.In.ReadLine() is { } line)
        {
            var value = byte.Parse(line, CultureInfo.InvariantCulture);
            waiting.Enqueue(trail.Next(AuditEventType.ToolDispatched, value, "{}"));
            await SayAsync("audit", async () =>
            {
                for (; waiting.TryPeek(out var entry); waiting.Dequeue())
                    await stores.Get<IAuditSink>().EmitAsync(entry);
            });
            foreach (var (name, write) in Writes(stores, value)) await SayAsync(name, write);
            Console.Out.WriteLine(Done);
            Console.Out.Flush();
        }
    }

    internal static byte[] Content(byte value) => [.. Enumerable.Repeat(value, 9000)];

    static IEnumerable<(string Name, Func<Task> Write)> Writes(TenantStores stores, byte value)
    {
        if (stores.Find<ISessionStore>() is { } sessions)
            yield return ("session", () => sessions.SaveAsync(new(Session, Agent, value)).AsTask());
        if (stores.Find<ICredentialStore>() is { } secrets)
            yield return ("secret", () => secrets.PutSecretAsync("k", Content(value)).AsTask());
        if (stores.Find<IObjectStore>() is { } objects)
            yield return ("object", () => objects.WriteAsync("k", Content(value)).AsTask());
        if (stores.Find<IRateLimitCounter>() is { } counter)
            yield return ("counter", () => counter.IncrementAsync("k", value, TimeSpan.MaxValue).AsTask());
        if (stores.Find<IPolicyWriter>() is { } policies)
            yield return ("policy", () => policies.PutPolicyAsync(Agent, new(value, "p", [])).AsTask());
    }

    static async Task SayAsync(string name, Func<Task> write)
    {
        var result = Acknowledged;
        try
        {
            await write();
        }
        catch (StorageException e)
        {
            result = $"{e.Kind}: {e.Message}";
        }
        Console.Out.WriteLine($"{name} {result}");
    }
}
