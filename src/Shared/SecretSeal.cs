using System.Security.Cryptography;

namespace StorageKit.Shared;

/// <summary>Encrypts secrets for the backend and decrypts them again. Thread-safe.</summary>
/// <remarks>Sealed: 1, the key's id, 12 bytes of random nonce, the ciphertext, 16 bytes of tag. Plain: 0, the secret.
/// The first two bytes, the tenant and the name are bound in: a ciphertext that was moved to another name, cut or
/// changed does not open.</remarks>
internal sealed class SecretSeal
{
    const byte Plain = 0, AesGcm256 = 1;
    const byte OnlyKeyId = 0;
    const int KeySize = 32, NonceSize = 12, TagSize = 16, HeaderSize = 2;

    readonly byte[]? _key;
    readonly bool _allowsPlain;
    readonly string _section;

    /// <param name="section">The section's name in messages, such as <c>[storage.sqlite]</c>.</param>
    /// <param name="encryptionKey">The Base64 of 32 bytes, or null.</param>
    /// <param name="allowsPlain">Whether secrets may lie unencrypted.</param>
    /// <exception cref="StorageException">There is no usable key, and plain secrets are not allowed.</exception>
    internal SecretSeal(string section, string? encryptionKey, bool allowsPlain)
    {
        _section = section;
        _allowsPlain = allowsPlain;
        if (encryptionKey is not null) _key = Decode(encryptionKey);
        else if (!allowsPlain) throw NoKey();
    }

    StorageException NoKey() =>
        new(
            StorageErrorKind.Backend,
            $"credentials are encrypted at rest, and {_section} has no encryption_key; "
            + "set encryption_key = \"${STORAGE_KEY}\" with the Base64 of 32 random bytes in that variable "
            + "(openssl rand -base64 32), or say plaintext = true to store them readable");

    byte[] Decode(string text)
    {
        var key = new byte[KeySize];
        if (Convert.TryFromBase64String(text, key, out var length) && length == KeySize) return key;
        throw new StorageException(
            StorageErrorKind.Backend,
            $"{_section} encryption_key is not the Base64 of 32 bytes (44 characters); "
            + "make one with openssl rand -base64 32");
    }

    internal byte[] Close(ReadOnlySpan<byte> secret, byte[] tenant, byte[] name)
    {
        if (_key is null) return [Plain, .. secret];
        var stored = new byte[HeaderSize + NonceSize + secret.Length + TagSize];
        stored[0] = AesGcm256;
        stored[1] = OnlyKeyId;
        var nonce = stored.AsSpan(HeaderSize, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagSize);
        aes.Encrypt(
            nonce, secret, stored.AsSpan(HeaderSize + NonceSize, secret.Length), stored.AsSpan(stored.Length - TagSize),
            [.. stored.AsSpan(0, HeaderSize), .. tenant, .. name]);
        return stored;
    }

    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/>: another key, or not what was
    /// stored under this name.</exception>
    internal byte[] Open(byte[] stored, byte[] tenant, byte[] name)
    {
        if (stored is [Plain, .. var plain])
            return _allowsPlain
                ? plain
                : throw Damaged(
                    $"is stored unencrypted, and {_section} does not say plaintext = true; put it again");
        if (stored is not [AesGcm256, OnlyKeyId, ..] || stored.Length < HeaderSize + NonceSize + TagSize)
            throw Damaged("is damaged; put it again");
        if (_key is null)
            throw Damaged($"is encrypted, and {_section} has no encryption_key; set the key it was put with");
        var secret = new byte[stored.Length - HeaderSize - NonceSize - TagSize];
        try
        {
            using var aes = new AesGcm(_key, TagSize);
            aes.Decrypt(
                stored.AsSpan(HeaderSize, NonceSize), stored.AsSpan(HeaderSize + NonceSize, secret.Length),
                stored.AsSpan(stored.Length - TagSize), secret, [.. stored.AsSpan(0, HeaderSize), .. tenant, .. name]);
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Damaged(
                "fails its integrity check: encryption_key is not the one it was put with, "
                + "or what is stored was changed");
        }
    }

    static StorageException Damaged(string what) => new(StorageErrorKind.Serialization, "the secret " + what);
}
