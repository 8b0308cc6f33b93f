using System.Text;

namespace StorageKit.Redis;

/// <summary>The names of a tenant's keys of one kind: <c>prefix:kind:{tenant:name}</c>.</summary>
/// <remarks>The braces are Redis Cluster's hash tag: each operation has one key, and the keys of a tenant are spread
/// over all slots. The prefix has no brace and the tenant a fixed length, so that no two names meet.</remarks>
internal sealed class RedisKeys(string prefix, string kind, TenantId tenant)
{
    readonly byte[] _head = Encoding.ASCII.GetBytes($"{prefix}:{kind}:{{{tenant.ToHex()}:");

    internal byte[] Of(string name)
    {
        var key = new byte[_head.Length + Encoding.UTF8.GetByteCount(name) + 1];
        _head.CopyTo(key.AsSpan());
        Encoding.UTF8.GetBytes(name, key.AsSpan(_head.Length));
        key[^1] = (byte)'}';
        return key;
    }
}
