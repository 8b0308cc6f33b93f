using System.Text;
using System.Text.Json.Nodes;
using StorageKit.Redis;

namespace StorageKit.Cli.Certify;

/// <summary>A new prefix of keys in the configured database. A policy source is left out: what stands behind is
/// certified by itself.</summary>
internal sealed class RedisScratch : Scratch
{
    readonly Registry _registry;
    readonly string _prefix = NewName();

    internal RedisScratch(Registry registry, JsonObject section)
        : base("redis", section)
    {
        _registry = registry;
        section["key_prefix"] = _prefix;
        section.Remove("policy_source");
        section.Remove("storage"); // Keeps no credentials, so has no use for the ring.
    }

    internal override string Where => $"keys {_prefix}:*";

    internal override Action<Registry> Register => RedisDriver.Register;

    private protected override object[] Probes => [new ScratchEndpoint(Section, 6379)];

    public override async ValueTask DisposeAsync()
    {
        await using var section = await _registry.OpenSectionAsync(Driver, Text);
        var server = section.Resource<RedisServer>();
        ReadOnlyMemory<byte> cursor = "0"u8.ToArray();
        do
        {
            var page = await server.SendAsync(
                [
                    "SCAN"u8.ToArray(), cursor, "MATCH"u8.ToArray(), Encoding.ASCII.GetBytes($"{_prefix}:*"),
                    "COUNT"u8.ToArray(), "1000"u8.ToArray(),
                ],
                "keys", CancellationToken.None);
            cursor = page.Items[0].Text.ToArray();
            ReadOnlyMemory<byte>[] keys = 
                [.. page.Items[1].Items.Select(key => (ReadOnlyMemory<byte>)key.Text.ToArray())];
            if (keys.Length > 0)
                await server.SendAsync(["UNLINK"u8.ToArray(), .. keys], "keys", CancellationToken.None);
        }
        while (!cursor.Span.SequenceEqual("0"u8));
    }
}
