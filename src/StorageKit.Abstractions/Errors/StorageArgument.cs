using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace StorageKit;

/// <summary>The argument checks that the contracts ask of every driver. A driver makes them before anything else, so
/// that a refused call has no effect.</summary>
public static class StorageArgument
{
    /// <summary>Refuses what is no key: null, or text that is not valid Unicode. The empty string and U+0000 are fine.
    /// </summary>
    /// <param name="key">A key, or the prefix of one.</param>
    /// <param name="parameter">Filled in by the compiler.</param>
    /// <exception cref="ArgumentNullException"><paramref name="key"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="key"/> holds a lone surrogate.</exception>
    public static void Key(
        [NotNull] string? key, [CallerArgumentExpression(nameof(key))] string? parameter = null)
    {
        ArgumentNullException.ThrowIfNull(key, parameter);
        var first = key.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        if (first >= 0) Pairs(key, first, parameter);
    }

    /// <summary>Refuses a window of zero or less.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is zero or less.</exception>
    public static void Window(
        TimeSpan window, [CallerArgumentExpression(nameof(window))] string? parameter = null)
    {
        if (window <= TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(
                parameter, window, "A window is longer than zero; TimeSpan.MaxValue never ends.");
    }

    /// <summary>Refuses a page of less than 1 or more than 10,000 records.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is out of this range.</exception>
    public static void PageSize(int limit, [CallerArgumentExpression(nameof(limit))] string? parameter = null)
    {
        if (limit is < 1 or > 10_000)
            throw new ArgumentOutOfRangeException(parameter, limit, "A page has 1 to 10,000 records.");
    }

    /// <summary>A copy of a batch, safe from later changes by the caller.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="batch"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="batch"/> holds a null.</exception>
    public static T[] Batch<T>(
        [NotNull] IReadOnlyList<T>? batch, [CallerArgumentExpression(nameof(batch))] string? parameter = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(batch, parameter);
        T[] copy = [.. batch];
        for (var i = 0; i < copy.Length; i++)
            if (copy[i] is null)
                throw new ArgumentException($"Item {i} of the batch is null.", parameter);
        return copy;
    }

    static void Pairs(string key, int first, string? parameter)
    {
        for (var i = first; i < key.Length; i++)
        {
            if (!char.IsSurrogate(key[i])) continue;
            if (i + 1 == key.Length || !char.IsSurrogatePair(key[i], key[i + 1]))
                throw new ArgumentException(
                    $"The key has a lone surrogate (U+{(int)key[i]:X4}) at index {i}; a key is valid Unicode.",
                    parameter);
            i++;
        }
    }
}
