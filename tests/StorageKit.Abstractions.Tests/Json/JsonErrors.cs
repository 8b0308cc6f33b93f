using System.Text.RegularExpressions;

namespace StorageKit.Tests;

/// <summary>What every message of a failed decode keeps to.</summary>
internal static partial class JsonErrors
{
    /// <summary>The message is one of our fixed sentences, whose only variable parts are the names of our own fields
    /// and places in the text: so it names the field (or, in text that is no JSON,
    /// the line) and cannot show a value.</summary>
    internal static void AssertTeaches(string message) => Assert.Matches(Sentence(), message);

    [GeneratedRegex("""
        ^(audit\ entry|policy\ document):\ (
          field\ "[a-z_]+"\ at\ byte\ \d+:\ expected\ (
              an?\ object|an\ array|a\ string|one\ variant|a\ variant's\ name|null\ behind\ the\ variant's\ name
            | one\ of\ the\ names\ of\ its\ kind,\ in\ their\ exact\ case
            | an\ integer\ from\ 0\ to\ (4294967295|18446744073709551615)
            | an\ array\ of\ (16|32)\ bytes(,\ each\ from\ 0\ to\ 255)?
            | valid\ Unicode\ without\ lone\ surrogates)
        | (missing|duplicate)\ field\ "[a-z_]+"
        | something\ follows\ the\ last\ field\ "[a-z_]+"
        | the\ name\ at\ byte\ \d+(,\ near\ field\ "[a-z_]+")?:\ expected\ valid\ Unicode\ without\ lone\ surrogates
        | not\ JSON\ at\ line\ \d+,\ byte\ \d+(,\ near\ field\ "[a-z_]+")?
        | the\ text\ holds\ a\ lone\ surrogate;\ it\ is\ not\ valid\ Unicode)\.$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Sentence();
}
