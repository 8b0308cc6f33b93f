using System.Globalization;
using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>The types that are read without further ado, and the bounds that a type has of itself.</summary>
internal static class OptionTypes
{
    public static (OptionReader Reader, string? Min, string? Max)? Find(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => (OptionReader.Text, null, null),
        SpecialType.System_Boolean => (OptionReader.Boolean, null, null),
        SpecialType.System_SByte => Integer(sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => Integer(byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => Integer(short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 => Integer(ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => Integer(int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => Integer(uint.MinValue, uint.MaxValue),
        SpecialType.System_Int64 => (OptionReader.Integer, null, null),
        // A TOML integer has 64 bits with a sign, so the upper half of ulong cannot be written.
        SpecialType.System_UInt64 => (OptionReader.Integer, Literals.Integer(0), null),
        SpecialType.System_Double => (OptionReader.Number, null, null),
        SpecialType.System_Single => Number(float.MinValue, float.MaxValue),
        SpecialType.System_Decimal => Number(-7.9228162514264e28, 7.9228162514264e28),
        _ when type.Is("System", "TimeSpan") => (OptionReader.Duration, null, null),
        _ when type.Is("System", "Uri") => (OptionReader.Address, null, null),
        _ when type.Is("StorageKit", "StoreReference") => (OptionReader.Store, null, null),
        _ when IsTexts(type) is { } reader => (reader, null, null),
        _ => null,
    };

    static (OptionReader, string?, string?) Integer(long min, long max) =>
        (OptionReader.Integer, Literals.Integer(min), Literals.Integer(max));

    static (OptionReader, string?, string?) Number(double min, double max) =>
        (OptionReader.Number, Literals.Number(min), Literals.Number(max));

    static OptionReader? IsTexts(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_String })
            return OptionReader.TextsCopied;
        if (type is not INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }] } list)
            return null;
        return list.OriginalDefinition.SpecialType switch
        {
            SpecialType.System_Collections_Generic_IReadOnlyList_T
                or SpecialType.System_Collections_Generic_IReadOnlyCollection_T
                or SpecialType.System_Collections_Generic_IEnumerable_T => OptionReader.Texts,
            SpecialType.System_Collections_Generic_IList_T
                or SpecialType.System_Collections_Generic_ICollection_T => OptionReader.TextsCopied,
            _ when list.Is("System.Collections.Generic", "List") => OptionReader.TextsCopied,
            _ => null,
        };
    }
}
