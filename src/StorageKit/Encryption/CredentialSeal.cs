using System.Security.Cryptography;

namespace StorageKit;

/// <summary>Seals a tenant's secrets for a backend with AES-256-GCM, and opens them again. What is sealed is bound to
/// the tenant and to the secret's name: moved to another one, cut or changed, it does not open. Thread-safe.</summary>
/// <remarks>The nonce is random: one key is good for 2^32 puts.</remarks>
/// <example>A store that encrypts at rest:
/// <code>
/// [StorageDriver("acme")]
/// public sealed class AcmeCredentials(AcmeOptions options, AcmeDatabase database, TenantId tenant, KeyRing? ring)
///     : ICredentialStore
/// {
///     readonly CredentialSeal _seal = new("acme", tenant, ring, options.Plaintext);
/// </code></example>
public sealed class CredentialSeal
{
    readonly KeyRing? _ring;
    readonly bool _allowsPlain;
    readonly byte[] _tenant;
    readonly byte[] _plain = SealedForm.PlainHeader;

    /// <summary>A seal for one tenant.</summary>
    /// <param name="driver">The driver's name, for messages.</param>
    /// <param name="tenant">Whose secrets they are.</param>
    /// <param name="ring">The keys; null when the configuration has none.</param>
    /// <param name="allowsPlain">Whether secrets may lie unencrypted: with a ring, they can still be read, and all new
    /// ones are sealed; without one, all are stored as they are.</param>
    /// <exception cref="StorageException">There are no keys, and plain secrets are not allowed.</exception>
    public CredentialSeal(string driver, TenantId tenant, KeyRing? ring, bool allowsPlain = false)
    {
        ArgumentNullException.ThrowIfNull(driver);
        Section = $"[storage.{driver}]";
        if (ring is null && !allowsPlain)
            throw NoKeys($", or say plaintext = true in {Section} to store them readable");
        Tenant = tenant;
        _ring = ring;
        _allowsPlain = allowsPlain;
        _tenant = tenant.ToByteArray();
    }

    internal TenantId Tenant { get; }

    /// <summary>The keys that are used now.</summary>
    internal KeyRing? Ring => _ring?.Latest;

    internal bool AllowsPlain => _allowsPlain;

    /// <summary>The driver's section, as messages name it.</summary>
    internal string Section { get; }

    /// <summary>How everything begins that is sealed now: what begins otherwise waits for
    /// <see cref="CredentialRotation"/>.</summary>
    public ReadOnlyMemory<byte> Current => Ring?.Header ?? _plain;

    internal static StorageException NoKeys(string otherwise = "") => new(
        StorageErrorKind.Backend,
        "credentials are encrypted at rest, and there is no [storage.encryption]; add [storage.encryption] "
        + "with active = \"1\" and keys = { 1 = \"${STORAGE_KEY}\" }, with the Base64 of 32 random bytes in that "
        + $"variable (openssl rand -base64 32){otherwise}", isTransient: false);

    /// <summary>Seals a secret with the active key.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="name">The name it is stored under, in UTF-8.</param>
    /// <returns>What to store: the secret's length and at most 94 bytes.</returns>
    public byte[] Seal(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> name)
    {
        if (Ring is not { } ring) return [.. _plain, .. secret];
        var stored = new byte[ring.Header.Length + SealedForm.NonceSize + secret.Length + SealedForm.TagSize];
        ring.Header.CopyTo(stored, 0);
        var body = stored.AsSpan(ring.Header.Length);
        var nonce = body[..SealedForm.NonceSize];
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(ring.Find(ring.Active)!, SealedForm.TagSize);
        aes.Encrypt(
            nonce, secret, body[SealedForm.NonceSize..^SealedForm.TagSize], body[^SealedForm.TagSize..],
            [.. ring.Header, .. _tenant, .. name]);
        return stored;
    }

    /// <summary>Opens what was stored.</summary>
    /// <param name="stored">What <see cref="Seal"/> returned.</param>
    /// <param name="name">The name it was found under, in UTF-8.</param>
    /// <exception cref="StorageException"><see cref="StorageErrorKind.Serialization"/>: its key is not on the ring, or
    /// it is not what was stored under this name; the message says which key it needs.</exception>
    public byte[] Open(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> name)
    {
        if (SealedForm.IsPlain(stored))
            return _allowsPlain
                ? [.. stored[SealedForm.PlainHeader.Length..]]
                : throw Unreadable($"is stored unencrypted, and {Section} does not say plaintext = true; put it again");
        if (!SealedForm.TryRead(stored, out var form)) throw Unreadable("is damaged; put it again");
        if (Ring?.Find(form.KeyId) is not { } key)
            throw Unreadable(
                $"is sealed with the key \"{form.KeyId}\", which is not on the key ring; "
                + "add it to [storage.encryption.keys]");
        var secret = new byte[form.Ciphertext.Length];
        try
        {
            using var aes = new AesGcm(key, SealedForm.TagSize);
            aes.Decrypt(form.Nonce, form.Ciphertext, form.Tag, secret, [.. form.Header, .. _tenant, .. name]);
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Unreadable(
                $"fails its integrity check: \"{form.KeyId}\" in [storage.encryption.keys] is not the key that it was "
                + "put with, or what is stored was changed; set that key, or put the secret again");
        }
    }

    static StorageException Unreadable(string what) => new(StorageErrorKind.Serialization, "the secret " + what);
}
