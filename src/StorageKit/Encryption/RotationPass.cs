namespace StorageKit;

/// <summary>What one look at all secrets of a tenant has found. Not thread-safe.</summary>
internal sealed class RotationPass
{
    /// <summary>How many could be opened and wait for the active key.</summary>
    internal int Stale { get; set; }

    /// <summary>How many there are of each key that the ring does not have.</summary>
    internal SortedDictionary<string, int> MissingKeys { get; } = new(StringComparer.Ordinal);

    /// <summary>How many fail under a key of the ring.</summary>
    internal SortedDictionary<string, int> Damaged { get; } = new(StringComparer.Ordinal);

    /// <summary>How many lie unencrypted although that is not allowed.</summary>
    internal int Plain { get; private set; }

    /// <summary>How many are nothing that was ever sealed.</summary>
    internal int Unknown { get; private set; }

    /// <summary>Counts a secret that could not be opened.</summary>
    internal void CountUnreadable(ReadOnlySpan<byte> stored, KeyRing ring)
    {
        if (SealedForm.IsPlain(stored)) Plain++;
        else if (!SealedForm.TryRead(stored, out var form)) Unknown++;
        else Count(ring.Find(form.KeyId) is null ? MissingKeys : Damaged, form.KeyId);
    }

    static void Count(SortedDictionary<string, int> counts, string keyId) =>
        counts[keyId] = counts.GetValueOrDefault(keyId) + 1;
}
