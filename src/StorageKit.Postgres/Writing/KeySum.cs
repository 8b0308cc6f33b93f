using System.Security.Cryptography;

namespace StorageKit.Postgres;

/// <summary>What the increments of one key in a batch add up to.</summary>
/// <param name="Key">The key in UTF-8.</param>
/// <param name="Hash">Its SHA-256, by which its row is found.</param>
/// <param name="Amount">Their sum, whatever its size.</param>
/// <param name="Window">The first one's: it opens the window, if one has to be opened, and the others are in it.</param>
internal sealed record KeySum(byte[] Key, Hash256 Hash, decimal Amount, TimeSpan Window)
{
    /// <summary>One for each key that is not sure to saturate.</summary>
    internal static IReadOnlyDictionary<string, KeySum> Of(IReadOnlyList<PendingIncrement> batch)
    {
        var sums = new Dictionary<string, KeySum>(batch.Count, StringComparer.Ordinal);
        foreach (var call in batch)
            sums[call.Key] = sums.TryGetValue(call.Key, out var sum)
                ? sum with { Amount = sum.Amount + call.Amount }
                : First(call);
        foreach (var (key, sum) in sums)
            if (sum.Amount > ulong.MaxValue)
                sums.Remove(key);
        return sums;
    }

    static KeySum First(PendingIncrement call)
    {
        var key = Utf8.Bytes(call.Key);
        return new(key, Hash256.FromBytes(SHA256.HashData(key)), call.Amount, call.Window);
    }

    /// <summary>The total of each call, as if they had been added one by one.</summary>
    /// <param name="batch">The calls.</param>
    /// <param name="sums">What was to be added.</param>
    /// <param name="totals">The totals after it, by hash; a key that was not added to has none.</param>
    internal static IReadOnlyList<ulong?> Share(
        IReadOnlyList<PendingIncrement> batch, IReadOnlyDictionary<string, KeySum> sums,
        IReadOnlyDictionary<Hash256, ulong> totals)
    {
        var running = new Dictionary<string, ulong>(sums.Count, StringComparer.Ordinal);
        foreach (var (key, sum) in sums)
            if (totals.TryGetValue(sum.Hash, out var total))
                running.Add(key, total - (ulong)sum.Amount);
        var shares = new ulong?[batch.Count];
        for (var i = 0; i < batch.Count; i++)
            if (running.TryGetValue(batch[i].Key, out var before))
                shares[i] = running[batch[i].Key] = before + batch[i].Amount;
        return shares;
    }
}
