using System.Text;

namespace StorageKit;

/// <summary>How a stored secret looks. Plain: 0, the secret. Sealed: 1, the length of the key's id, the id, 12 bytes of
/// nonce, the ciphertext, 16 bytes of tag.</summary>
internal readonly ref struct SealedForm
{
    internal const int NonceSize = 12, TagSize = 16;

    const byte Plain = 0, AesGcm256 = 1;
    const int IdAt = 2;

    readonly ReadOnlySpan<byte> _body;

    SealedForm(string keyId, ReadOnlySpan<byte> header, ReadOnlySpan<byte> body)
    {
        KeyId = keyId;
        Header = header;
        _body = body;
    }

    internal string KeyId { get; }

    internal ReadOnlySpan<byte> Header { get; }

    internal ReadOnlySpan<byte> Nonce => _body[..NonceSize];

    internal ReadOnlySpan<byte> Ciphertext => _body[NonceSize..^TagSize];

    internal ReadOnlySpan<byte> Tag => _body[^TagSize..];

    /// <summary>What stands before everything that this key seals.</summary>
    internal static byte[] HeaderOf(string keyId) =>
        [AesGcm256, (byte)keyId.Length, .. Encoding.ASCII.GetBytes(keyId)];

    /// <summary>What stands before a secret that is stored as it is.</summary>
    internal static byte[] PlainHeader => [Plain];

    internal static bool IsPlain(ReadOnlySpan<byte> stored) => stored is [Plain, ..];

    /// <summary>False when this is nothing that was ever sealed.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> stored, out SealedForm form)
    {
        form = default;
        if (stored is not [AesGcm256, var idLength, ..] || stored.Length < IdAt + idLength + NonceSize + TagSize)
            return false;
        var keyId = Encoding.Latin1.GetString(stored.Slice(IdAt, idLength));
        if (!KeyRing.IsId(keyId)) return false;
        var header = stored[..(IdAt + idLength)];
        form = new(keyId, header, stored[header.Length..]);
        return true;
    }
}
