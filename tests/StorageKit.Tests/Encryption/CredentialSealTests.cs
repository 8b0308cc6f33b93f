using System.Security.Cryptography;
using System.Text;

namespace StorageKit.Tests.Encryption;

public sealed class CredentialSealTests
{
    static readonly byte[] s_secret = Encoding.UTF8.GetBytes("hunter2-canary");
    static readonly byte[] s_first = RandomNumberGenerator.GetBytes(32), s_second = RandomNumberGenerator.GetBytes(32);

    static KeyRing Ring(string active, params (string Id, byte[] Key)[] keys) =>
        new(active, keys.ToDictionary(key => key.Id, key => key.Key));

    static CredentialSeal Seal(KeyRing? ring, TenantId? tenant = null, bool allowsPlain = false) =>
        new("acme", tenant ?? TenantId.System, ring, allowsPlain);

    static StorageException Refusal(CredentialSeal seal, byte[] stored, string name = "name")
    {
        var error = Assert.Throws<StorageException>(() => seal.Open(stored, Encoding.UTF8.GetBytes(name)));
        Assert.Equal(StorageErrorKind.Serialization, error.Kind);
        Assert.DoesNotContain("hunter2", error.ToString(), StringComparison.Ordinal);
        return error;
    }

    [Fact]
    public void The_sealed_form_begins_with_the_keys_id_and_its_length()
    {
        var seal = Seal(Ring("k1", ("k1", s_first)));
        var stored = seal.Seal(s_secret, "name"u8);
        Assert.Equal([1, 2, (byte)'k', (byte)'1'], stored[..4]);
        Assert.Equal(stored[..4], seal.Current.ToArray());
        Assert.Equal(4 + 12 + s_secret.Length + 16, stored.Length);
        Assert.Equal(s_secret, seal.Open(stored, "name"u8));
    }

    [Fact]
    public void Any_changed_cut_or_lengthened_byte_is_an_integrity_error()
    {
        var seal = Seal(Ring("k1", ("k1", s_first), ("k2", s_second)));
        var stored = seal.Seal(s_secret, "name"u8);
        for (var i = 0; i < stored.Length; i++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                byte[] changed = [.. stored];
                changed[i] ^= (byte)(1 << bit);
                Refusal(seal, changed);
            }
            Refusal(seal, stored[..i]);
        }
        Refusal(seal, [.. stored, 0]);
    }

    [Fact]
    public void Under_another_name_or_tenant_it_does_not_open()
    {
        var ring = Ring("k1", ("k1", s_first));
        var stored = Seal(ring).Seal(s_secret, "name"u8);
        Refusal(Seal(ring), stored, "nam");
        Refusal(Seal(ring), stored, "");
        Refusal(Seal(ring, TenantId.New()), stored);
    }

    [Fact]
    public void Relabelled_with_another_id_of_the_same_key_it_does_not_open()
    {
        var stored = Seal(Ring("k1", ("k1", s_first))).Seal(s_secret, "name"u8);
        stored[3] = (byte)'2';
        Refusal(Seal(Ring("k2", ("k2", s_first))), stored);
    }

    [Fact]
    public void A_missing_key_is_named_and_a_wrong_one_too()
    {
        var stored = Seal(Ring("k1", ("k1", s_first))).Seal(s_secret, "name"u8);
        Assert.Contains(
            "sealed with the key \"k1\", which is not on the key ring; add it to [storage.encryption.keys]",
            Refusal(Seal(Ring("k2", ("k2", s_second))), stored).Message);
        Assert.Contains(
            "\"k1\" in [storage.encryption.keys] is not the key that it was put with",
            Refusal(Seal(Ring("k1", ("k1", s_second))), stored).Message);
        Assert.Contains("the key \"k1\"", Refusal(Seal(null, allowsPlain: true), stored).Message);
    }

    [Fact]
    public void Plain_secrets_open_only_where_they_are_allowed()
    {
        var plain = Seal(null, allowsPlain: true).Seal(s_secret, "name"u8);
        var ring = Ring("k1", ("k1", s_first));
        Assert.Equal(s_secret, Seal(ring, allowsPlain: true).Open(plain, "name"u8));
        Assert.Equal(1, Seal(ring, allowsPlain: true).Seal(s_secret, "name"u8)[0]);
        Assert.Contains("[storage.acme] does not say plaintext = true", Refusal(Seal(ring), plain).Message);
    }

    [Fact]
    public void A_ring_refuses_what_is_no_ring_and_shows_no_key()
    {
        Assert.Throws<ArgumentException>(() => Ring("k2", ("k1", s_first)));
        Assert.Throws<ArgumentException>(() => Ring("k1", ("k1", s_first), ("k2", s_first)));
        Assert.Throws<ArgumentException>(() => Ring("k1", ("k1", new byte[32])));
        Assert.Throws<ArgumentException>(() => Ring("k1", ("k1", s_first[..31])));
        Assert.Throws<ArgumentException>(() => Ring("k 1", ("k 1", s_first)));
        Assert.Throws<ArgumentException>(() => Ring(new string('k', 65), (new string('k', 65), s_first)));
        Assert.Equal("key ring k1 (active) k2", Ring("k1", ("k2", s_second), ("k1", s_first)).ToString());
    }

    [Fact]
    public void One_seal_serves_any_number_of_threads()
    {
        var seal = Seal(Ring("k1", ("k1", s_first)));
        var nonces = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
        Parallel.For(0, 20_000, _ =>
        {
            var stored = seal.Seal(s_secret, "name"u8);
            Assert.Equal(s_secret, seal.Open(stored, "name"u8));
            Assert.True(nonces.TryAdd(Convert.ToHexString(stored.AsSpan(4, 12)), true));
        });
    }
}
