using System.Security.Cryptography;
using System.Text;

namespace StorageKit.Conformance.Tests.Mutants.Credential;

/// <summary>A correct credential store over bytes.</summary>
internal class SealedSecrets(SecretVault vault, TenantId tenant) : ICredentialStore
{
    const int NonceSize = 12, TagSize = 16;
    static readonly byte[] s_key = SHA256.HashData("of the mutants"u8);

    protected SecretVault Vault => vault;

    public ValueTask<byte[]?> GetSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        return new(vault.Stored.TryGetValue((tenant, key), out var stored) ? Open(stored, Binding(key)) : null);
    }

    public ValueTask PutSecretAsync(
        string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        vault.Stored[(tenant, key)] = Seal(value.Span, Binding(key));
        return default;
    }

    public ValueTask DeleteSecretAsync(string key, CancellationToken cancellationToken = default)
    {
        StorageArgument.Key(key);
        if (vault.Stored.TryRemove((tenant, key), out var stored)) Forget(stored);
        return default;
    }

    /// <summary>What a ciphertext is bound to.</summary>
    protected virtual byte[] Binding(string key) => [.. tenant.ToByteArray(), .. Encoding.UTF8.GetBytes(key)];

    protected virtual byte[] Nonce() => RandomNumberGenerator.GetBytes(NonceSize);

    protected virtual void Forget(byte[] stored) => CryptographicOperations.ZeroMemory(stored);

    protected virtual byte[] Seal(ReadOnlySpan<byte> secret, byte[] binding)
    {
        using var aes = new AesGcm(s_key, TagSize);
        byte[] nonce = Nonce(), cipher = new byte[secret.Length], tag = new byte[TagSize];
        aes.Encrypt(nonce, secret, cipher, tag, binding);
        return [.. nonce, .. cipher, .. tag];
    }

    protected virtual byte[] Open(byte[] stored, byte[] binding)
    {
        using var aes = new AesGcm(s_key, TagSize);
        var secret = new byte[stored.Length - NonceSize - TagSize];
        try
        {
            aes.Decrypt(
                stored.AsSpan(0, NonceSize), stored.AsSpan(NonceSize, secret.Length), stored.AsSpan(stored.Length - TagSize),
                secret, binding);
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw new StorageException(StorageErrorKind.Serialization, "the secret fails its integrity check");
        }
    }
}
