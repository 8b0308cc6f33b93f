using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Usage;

namespace StorageKit.Analyzers.Tests.Usage;

public sealed class OptionsMustBeBindableTests() : UsageRuleTests(new OptionsMustBeBindable())
{
    const string Usings = "using System.ComponentModel.DataAnnotations;\n";

    [Theory]
    [InlineData("object [|X|] { get; init; }", "'X' is of type 'object', which cannot be read from TOML. Use string, bool, a number, TimeSpan, Uri, an enum, a list of strings or another [StorageOptions] class.")]
    [InlineData("DateTime [|X|] { get; init; }", null)]
    [InlineData("List<int> [|X|] { get; init; } = [];", null)]
    [InlineData("Dictionary<string, string> [|X|] { get; init; } = [];", null)]
    [InlineData("char [|X|] { get; init; }", null)]
    [InlineData("Empty [|X|] { get; init; }", "'X' is of the enum 'Empty', which has no member. Use an enum whose members differ in more than capitals and underscores.")]
    [InlineData("Alike [|X|] { get; init; }", "'X' is of the enum 'Alike', which has 2 members that are 'full_sync' in TOML. Use an enum whose members differ in more than capitals and underscores.")]
    [InlineData("int Size { get; init; } public int [|size|] { get; init; }", "'size' and 'Size' are both read from the key 'size'. Rename one of them, or give it another [OptionKey].")]
    [InlineData("int A { get; init; } [OptionKey(\"a\")] public int [|B|] { get; init; }", null)]
    [InlineData("int A { get; init; } [OptionKey(\"b c\")] public int [|B|] { get; init; }", "'b c' cannot be a key in TOML without quotes. Write a to z, 0 to 9, '_' and '-' in an [OptionKey].")]
    [InlineData("int A { get; init; } [OptionKey(\"b\")] public int [|B|] { get; } = 1;", "'B' has [OptionKey] but cannot be set. Give it an 'init' accessor.")]
    [InlineData("int A { get; init; } [Secret] public int [|Pin|] { get; init; }", "'Pin' is [Secret] but of type 'int'. Make it a 'string'; other types cannot be kept from being printed.")]
    [InlineData("int A { get; init; } [Range(1, 2)] public string [|B|] { get; init; } = \"\";", "'B' has a [Range] but is no number. Remove the [Range].")]
    [InlineData("int A { get; init; } [Range(typeof(int), \"1\", \"2\")] public int [|B|] { get; init; }", "'B' has a [Range] that is not made of two numbers. Write '[Range(1, 1000)]'.")]
    [InlineData("int A { get; init; } [Range(1, 2, MinimumIsExclusive = true)] public int [|B|] { get; init; }", null)]
    [InlineData("int A { get; init; } [Range(256, 300)] public byte [|B|] { get; init; }", "'B' has a [Range] that leaves no value. Correct the bounds.")]
    public Task An_option_cannot_be_bound(string property, string? message) => Flags(
        $"{Usings}public enum Empty; public enum Alike {{ FullSync, Full_Sync }} [StorageOptions] public sealed record O {{ public {property} }}", message);

    [Theory]
    [InlineData("[[|StorageOptions|]] public sealed record O(string Url, int Size = 1);", "'O' has no accessible constructor without parameters. Declare the options as properties: 'public required string Url { get; init; }'.")]
    [InlineData("[[|StorageOptions|]] public abstract record O;", null)]
    [InlineData("[[|StorageOptions|]] public static class O;", null)]
    [InlineData("[[|StorageOptions|]] public sealed class O<T>;", null)]
    [InlineData("[[|StorageOptions|]] file sealed class O;", null)]
    [InlineData("public static class Outer { [[|StorageOptions|]] private sealed class O; }", null)]
    [InlineData("[[|StorageOptions|]] public sealed class O { public required string Url; }", "'O' has the required field 'Url', which is not read from TOML. Make it a property.")]
    [InlineData("[StorageOptions] public sealed class O { public int [|Size|] { get; init; } = 3; }", "'Size' is optional and 'init' only, but 'O' is no record, so its default could not be kept. Make the class a record, or the accessor 'set'.")]
    public Task A_class_cannot_be_bound(string source, string? message) => Flags(source, message);

    [Fact]
    public Task What_is_wrong_with_a_sub_table_is_said_there_only() => Flags(
        "[StorageOptions] public sealed record Outer { public Inner? Inner { get; init; } } [StorageOptions] public sealed record Inner { public object? [|X|] { get; init; } }");

    [Fact]
    public Task The_options_of_the_design_are_fine_but_for_their_secret() => Flags(
        Usings + """
        [StorageOptions]
        public sealed record {|SK0008:AcmeOptions|}
        {
            public required string Url { get; init; }
            [Secret] public string? Password { get; init; }
            [Range(1, 1000)] public int PoolSize { get; init; } = 10;
        }
        """,
        "'AcmeOptions' is a record, so its ToString prints a [Secret] option. Make it partial and not nested, and a ToString without secrets is generated.");

    [Fact]
    public async Task A_secret_in_a_plain_record_is_an_information_and_no_warning()
    {
        var found = await Analyzer.AnalyzeAsync("using StorageKit; [StorageOptions] public sealed record O { [Secret] public string? P { get; init; } }");

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(found).Severity);
    }

    [Theory]
    [InlineData("partial, so the generator writes it", "public sealed partial record O { [Secret] public string? P { get; init; } }")]
    [InlineData("the author's ToString", "public sealed record O { [Secret] public string? P { get; init; } public override string ToString() => \"\"; }")]
    [InlineData("the author's PrintMembers", "public sealed record O { [Secret] public string? P { get; init; } bool PrintMembers(System.Text.StringBuilder b) => false; }")]
    [InlineData("no record", "public sealed class O { [Secret] public string? P { get; set; } }")]
    [InlineData("no secret", "public sealed record O { public string? P { get; init; } }")]
    public Task A_secret_is_not_printed(string reason, string source)
    {
        Assert.NotEmpty(reason);
        return Accepts("[StorageOptions] " + source);
    }

    [Fact]
    public Task What_cannot_be_set_is_no_option() => Accepts("""
        [StorageOptions] public sealed record O
        {
            public object Computed => new();
            public static object? Shared { get; set; }
            public object? Mine { get; private set; }
            object? Hidden { get; set; }
            public object this[int index] { get => index; set { } }
        }
        """);
}
