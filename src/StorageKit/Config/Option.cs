using System.Diagnostics;

namespace StorageKit;

/// <summary>An option as a section has it: a value, or nothing, in which case the default stays.</summary>
/// <typeparam name="T">The option's type.</typeparam>
[DebuggerDisplay("{IsSet ? \"set\" : \"not set\",nq}")]
public readonly struct Option<T>
{
    // Of a secret option it is the secret.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    readonly T _value;

    internal Option(T value)
    {
        _value = value;
        IsSet = true;
    }

    /// <summary>Whether the section has the key, with a value of the right type and range.</summary>
    public bool IsSet { get; }

    /// <summary>The value; meaningful only when <see cref="IsSet"/>.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public T Value => _value;
}
