using System.Text;

namespace StorageKit.Redis;

/// <summary>A policy as the server keeps it: its JSON text.</summary>
internal static class PolicyRecord
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static byte[] Encode(PolicyDocument policy) => Strict.GetBytes(policy.ToJson());

    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/>: it is no policy.</exception>
    internal static PolicyDocument Decode(RedisReply body, AgentId agent)
    {
        try
        {
            return PolicyDocument.FromJson(Strict.GetString(body.Text.Span));
        }
        catch (Exception e) when (e is FormatException or DecoderFallbackException)
        {
            throw RedisFailure.Damaged($"the policy of agent {agent}");
        }
    }
}
