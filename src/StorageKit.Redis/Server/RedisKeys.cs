using System.Text;

namespace StorageKit.Redis;

/// <summary>The names of a tenant's keys of one kind: <c>prefix:kind:{tenant:name}</c>.</summary>
/// <remarks>The braces are Redis Cluster's hash tag: each operation has one key, and the keys of a tenant are spread
/// over all slots. The prefix has no brace and the tenant a fixed length, so that no two names meet.</remarks>
internal sealed class RedisKeys
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly byte[] _head;
    readonly byte[] _tail;

    internal RedisKeys(string prefix, string kind, TenantId tenant) : this($"{prefix}:{kind}:{{{tenant.ToHex()}:", "}")
    {
    }

    /// <summary>Names in another layout.</summary>
    /// <param name="head">What they begin with: ASCII without <c>*</c>, <c>?</c>, <c>[</c> and <c>\</c>.</param>
    /// <param name="tail">What they end with, likewise.</param>
    internal RedisKeys(string head, string tail) =>
        (_head, _tail) = (Encoding.ASCII.GetBytes(head), Encoding.ASCII.GetBytes(tail));

    /// <summary>Matches all of them. Nothing has to be escaped: <c>key_prefix</c> may not hold what a pattern is made
    /// of.</summary>
    internal byte[] Pattern => [.. _head, (byte)'*'];

    internal byte[] Of(string name)
    {
        var key = new byte[LengthOf(name)];
        Write(name, key);
        return key;
    }

    internal int LengthOf(string name) => _head.Length + Encoding.UTF8.GetByteCount(name) + _tail.Length;

    /// <summary>Writes what is <see cref="LengthOf"/> long.</summary>
    internal void Write(string name, Span<byte> key)
    {
        _head.CopyTo(key);
        Encoding.UTF8.GetBytes(name, key[_head.Length..]);
        _tail.CopyTo(key[^_tail.Length..]);
    }

    /// <summary>The name of a key that matches the pattern.</summary>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/>: it has none.</exception>
    internal string NameOf(ReadOnlySpan<byte> key)
    {
        try
        {
            if (key.Length >= _head.Length + _tail.Length && key.StartsWith(_head) && key.EndsWith(_tail))
                return Strict.GetString(key[_head.Length..^_tail.Length]);
        }
        catch (DecoderFallbackException)
        {
            // It is none of ours, as one without the tail.
        }
        throw Damaged();
    }

    /// <summary>What is said of a key whose name is not one of its kind.</summary>
    internal StorageException Damaged() =>
        RedisFailure.Damaged($"a key that begins with \"{Encoding.ASCII.GetString(_head)}\"");
}
