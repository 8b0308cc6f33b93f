using System.Globalization;

namespace StorageKit.Conformance.Histories;

/// <summary>
/// An argument or a result: nothing, a number (all of <see cref="ulong"/>), a text or a list of values. Immutable;
/// equal by content, texts ordinally.
/// </summary>
public readonly struct OperationValue : IEquatable<OperationValue>
{
    const int ItemsShown = 8;
    static readonly object NumberTag = new();

    readonly ulong _number;
    readonly object? _content; // null: none; NumberTag: _number; else a string or an array of values

    OperationValue(ulong number, object? content) => (_number, _content) = (number, content);

    /// <summary>No argument, no result, or "absent".</summary>
    public static OperationValue None => default;

    /// <summary>The result of an operation that found no such agent.</summary>
    public static OperationValue NotFound { get; } = new(0, "not-found");

    /// <summary>True when there is no value.</summary>
    public bool IsNone => _content is null;

    /// <summary>The number, or null when this is not a number.</summary>
    public ulong? Number => ReferenceEquals(_content, NumberTag) ? _number : null;

    /// <summary>The text, or null when this is not a text.</summary>
    public string? Text => _content as string;

    /// <summary>The values of a list, or null when this is not a list.</summary>
    public IReadOnlyList<OperationValue>? Items => _content as OperationValue[];

    /// <summary>A number.</summary>
    public static OperationValue Of(ulong number) => new(number, NumberTag);

    /// <summary>A text; null is <see cref="None"/>.</summary>
    public static OperationValue Of(string? text) => new(0, text);

    /// <summary>A list; the items are copied.</summary>
    public static OperationValue Of(IEnumerable<OperationValue> items) => new(0, items.ToArray());

    /// <summary>A number.</summary>
    public static implicit operator OperationValue(ulong number) => Of(number);

    /// <summary>A text; null is <see cref="None"/>.</summary>
    public static implicit operator OperationValue(string? text) => Of(text);

    /// <summary>Equal content.</summary>
    public static bool operator ==(OperationValue left, OperationValue right) => left.Equals(right);

    /// <summary>Different content.</summary>
    public static bool operator !=(OperationValue left, OperationValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(OperationValue other) => (_content, other._content) switch
    {
        (string mine, string theirs) => string.Equals(mine, theirs, StringComparison.Ordinal),
        (OperationValue[] mine, OperationValue[] theirs) => mine.AsSpan().SequenceEqual(theirs),
        _ => ReferenceEquals(_content, other._content) && _number == other._number,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OperationValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _content switch
    {
        null => 0,
        string text => string.GetHashCode(text, StringComparison.Ordinal),
        OperationValue[] items => HashCode.Combine(items.Length, items.Length > 0 ? items[^1] : None),
        _ => _number.GetHashCode(),
    };

    /// <summary>The value as a failure message shows it; a long list is cut in the middle.</summary>
    public override string ToString() => _content switch
    {
        null => "none",
        string text => text,
        OperationValue[] items when items.Length <= ItemsShown => $"[{string.Join(", ", items)}]",
        OperationValue[] items =>
            $"[{string.Join(", ", items.Take(ItemsShown / 2))}, … " +
            $"{string.Join(", ", items.TakeLast(ItemsShown / 2))}; {items.Length} in all]",
        _ => _number.ToString(CultureInfo.InvariantCulture),
    };
}
