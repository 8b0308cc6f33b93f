using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace StorageKit;

/// <summary>The keys that credentials are encrypted with, each by its id, as <c>[storage.encryption]</c> has them. One
/// is active: new secrets are sealed with it, the others only open what they have sealed. A store or a resource that
/// asks for it in its constructor is given it. Immutable, thread-safe; never shows a key.</summary>
/// <remarks>While a host runs, the file may get another ring. Every <see cref="CredentialSeal"/> uses that one then.
/// </remarks>
/// <example><code>
/// [storage.encryption]
/// active = "2026-11"
/// [storage.encryption.keys]
/// "2026-11" = "${STORAGE_KEY}"              # openssl rand -base64 32
/// "2026-05" = "file:/run/secrets/old-key"
/// </code></example>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class KeyRing
{
    /// <summary>How many bytes a key has.</summary>
    public const int KeySize = 32;

    const int LongestId = 64;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    readonly SortedDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);
    readonly TaskCompletionSource _replaced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    volatile KeyRing? _successor;

    /// <summary>A key ring of copies of these keys.</summary>
    /// <param name="active">The id of the key that new secrets are sealed with.</param>
    /// <param name="keys">The keys by their ids: 32 random bytes each, under 1 to 64 characters of
    /// <c>A-Z a-z 0-9 . _ -</c>.</param>
    /// <exception cref="ArgumentException">An id is none, a key has another length or is 32 times the same byte, one
    /// stands under two ids, or none is the active one.</exception>
    public KeyRing(string active, IReadOnlyDictionary<string, byte[]> keys)
    {
        ArgumentNullException.ThrowIfNull(active);
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var (id, key) in keys)
        {
            if (!IsId(id)) throw new ArgumentException("A key's id " + IdRule, nameof(keys));
            if (WhyWeak(key) is { } flaw) throw new ArgumentException($"The key \"{id}\" {flaw}.", nameof(keys));
            if (TwinOf(key) is { } twin)
                throw new ArgumentException($"The keys \"{twin}\" and \"{id}\" are the same.", nameof(keys));
            _keys.Add(id, [.. key]);
        }
        if (!_keys.ContainsKey(active)) throw new ArgumentException("No key has the active id.", nameof(active));
        Active = active;
        Header = SealedForm.HeaderOf(active);
    }

    /// <summary>The id of the key that new secrets are sealed with.</summary>
    public string Active { get; }

    /// <summary>The ids of all keys, in ordinal order.</summary>
    public IReadOnlyCollection<string> Ids => _keys.Keys;

    internal const string IdRule = "is 1 to 64 characters of A-Z a-z 0-9 . _ -";

    internal static bool IsId(string text) =>
        text.Length is > 0 and <= LongestId && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    /// <summary>Why nobody should encrypt with these bytes; null when nothing can be seen.</summary>
    internal static string? WhyWeak(ReadOnlySpan<byte> key) =>
        key.Length != KeySize ? "is not 32 bytes long"
        : !key.ContainsAnyExcept(key[0]) ? "is 32 times the same byte, which is no random key"
        : null;

    /// <summary>How everything begins that the active key seals.</summary>
    internal byte[] Header { get; }

    /// <summary>The ring that is used in the place of this one; this one when there is none.</summary>
    internal KeyRing Latest
    {
        get
        {
            var ring = this;
            while (ring._successor is { } next) ring = next;
            return ring;
        }
    }

    /// <summary>Ends when another ring is used in its place.</summary>
    internal Task Replaced => _replaced.Task;

    /// <summary>Another ring is used from now on by everybody who was given this one. For one caller at a time.
    /// </summary>
    internal void ReplaceBy(KeyRing next)
    {
        var last = Latest;
        last._successor = next;
        last._replaced.SetResult();
    }

    internal byte[]? Find(string id) => _keys.GetValueOrDefault(id);

    string? TwinOf(byte[] key)
    {
        foreach (var (id, other) in _keys)
            if (CryptographicOperations.FixedTimeEquals(other, key))
                return id;
        return null;
    }

    /// <summary>The ids, and which one is active.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("key ring");
        foreach (var id in _keys.Keys) text.Append(' ').Append(id).Append(id == Active ? " (active)" : "");
        return text.ToString();
    }
}
