namespace StorageKit.Conformance.Models;

/// <summary>Where random operations take their choices from: a random generator, or choices that were made before.
/// Whatever is generated can thus be made again from its choices, and made simpler by making them smaller.</summary>
internal sealed class Choices
{
    readonly Random? _random;
    readonly IReadOnlyList<int> _given;
    readonly List<Choice> _made = [];
    int _next;

    /// <summary>New ones.</summary>
    internal Choices(Random random) => (_random, _given) = (random, []);

    /// <summary>Those of before. Where there are not enough, the simplest is chosen; where one is too large, the last.
    /// </summary>
    internal Choices(IReadOnlyList<int> given) => _given = given;

    /// <summary>Whether choices of before are left.</summary>
    internal bool AreLeft => _next < _given.Count;

    /// <summary>Those that were made since the last call.</summary>
    internal Choice[] TakeMade()
    {
        Choice[] made = [.. _made];
        _made.Clear();
        return made;
    }

    /// <summary>A number from 0 to below the limit, which is at most 128; 0 stands for the simplest.</summary>
    internal int Next(int limit)
    {
        var value = _random?.Next(limit) ?? (AreLeft ? Math.Min(_given[_next++], limit - 1) : 0);
        _made.Add(new(value, limit));
        return value;
    }

    /// <summary>One of these, of which the first is the simplest.</summary>
    internal T Pick<T>(IReadOnlyList<T> options) => options[Next(options.Count)];
}
