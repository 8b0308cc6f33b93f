namespace StorageKit.Specimens.Tests.Redis;

/// <param name="Host">Where the server is.</param>
/// <param name="Port">Its port.</param>
/// <param name="SessionTtl">How long a session is kept. The one thing that the reference does not have: without it
/// SES-09 would wait for an hour.</param>
internal sealed record RedisPortOptions(string Host, int Port, TimeSpan SessionTtl)
{
    internal static object? Bind(SectionReader section)
    {
        var (host, port) = (section.Text("host"), section.Integer("port"));
        var ttl = section.Duration("session_ttl");
        return section.Complete()
            ? new RedisPortOptions(host.Value, (int)port.Value, ttl.IsSet ? ttl.Value : TimeSpan.FromHours(1))
            : null;
    }
}
