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
        Sha = Convert.ToHexStringLower(SHA1.HashData(_text));
#pragma warning restore CA5350
        _sha = Encoding.ASCII.GetBytes(Sha);
    }

    /// <summary>What the server calls it.</summary>
    internal string Sha { get; }

    /// <summary>Runs it; sends its text only to a server that does not have it yet.</summary>
    internal async ValueTask<RedisReply> RunAsync(
        IRedisConnection connection, byte[] key, ReadOnlyMemory<byte>[] arguments, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte>[] command = [default, default, default, key, .. arguments];
        Name(command);
        var reply = await connection.SendAsync(command, cancellationToken).ConfigureAwait(false);
        if (!IsUnknown(reply)) return reply;
        Spell(command);
        return await connection.SendAsync(command, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Begins a command that calls it by its name. The key and the arguments follow from the fourth word on.
    /// </summary>
    internal void Name(ReadOnlyMemory<byte>[] command) =>
        (command[0], command[1], command[2]) = (EvalSha, _sha, OneKey);

    /// <summary>Whether the server has refused the name, and so run nothing: the text may be sent.</summary>
    internal static bool IsUnknown(RedisReply reply) => reply.ErrorCode == "NOSCRIPT";

    /// <summary>Makes the same command one that sends its text.</summary>
    internal void Spell(ReadOnlyMemory<byte>[] command) => (command[0], command[1]) = (Eval, _text);
}
