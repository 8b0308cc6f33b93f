namespace StorageKit.Toml;

/// <summary>Digits of a number: how many, and the value of the first 19 of them.</summary>
internal struct DecimalDigits
{
    internal int Count;
    internal ulong Value;
}
