using System.Security.Cryptography;
using System.Text;

namespace StorageKit.Redis;

/// <summary>A Lua script on one key: the server runs it as one step, whole or not at all.</summary>
internal sealed class RedisScript
{
    static readonly byte[] EvalSha = "EVALSHA"u8.ToArray();
    static readonly byte[] Eval = "EVAL"u8.ToArray();
    static readonly byte[] OneKey = "1"u8.ToArray();

    readonly byte[] _text;
    readonly byte[] _sha;

    internal RedisScript(string text)
    {
        _text = Encoding.ASCII.GetBytes(text);
#pragma warning disable CA5350 // The server names scripts by their SHA-1; nothing is protected by it.
        _sha = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA1.HashData(_text)));
#pragma warning restore CA5350
    }

    /// <summary>Runs it; sends its text only to a server that does not have it yet.</summary>
    internal async ValueTask<RedisReply> RunAsync(
        IRedisConnection connection, byte[] key, ReadOnlyMemory<byte>[] arguments, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte>[] command = [EvalSha, _sha, OneKey, key, .. arguments];
        var reply = await connection.SendAsync(command, cancellationToken).ConfigureAwait(false);
        if (reply.ErrorCode != "NOSCRIPT") return reply;
        // The server has refused the name, and so run nothing: the text may be sent.
        command[0] = Eval;
        command[1] = _text;
        return await connection.SendAsync(command, cancellationToken).ConfigureAwait(false);
    }
}
