using System.Diagnostics;
using System.Reflection;
using StorageKit.Testing.Debugging;

namespace StorageKit.Generators.Tests;

/// <summary>What a debugger shows of options with secrets, as the generated half of the record has it.</summary>
public sealed class DebuggerTests
{
    const string Members = """
        {
            public required string Host { get; init; }
            [Secret] public string? Password { get; init; }
            [Secret] public string? Unset { get; init; }
        }
        """;

    [Fact]
    public void A_partial_record_is_opened_without_its_secrets()
    {
        var view = DebuggerView.Of(Options("public sealed partial record AcmeOptions"));

        Assert.Contains("AcmeOptions { Host = db.example.com, Password = ***, Unset =  }", view, StringComparison.Ordinal);
        Assert.Contains("\ndb.example.com", view.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("pa55", view, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_that_may_be_derived_from_is_opened_without_them_too() => Assert.DoesNotContain(
        "pa55", DebuggerView.Of(Options("public partial record AcmeOptions")), StringComparison.Ordinal);

    [Fact]
    public void Any_other_record_shows_what_it_has_and_SK0008_says_so() => Assert.Contains(
        "pa55", DebuggerView.Of(Options("public sealed record AcmeOptions")), StringComparison.Ordinal);

    [Fact]
    public void What_the_author_has_chosen_for_debuggers_stays()
    {
        var options = Options("[System.Diagnostics.DebuggerDisplay(\"mine\")] public sealed partial record AcmeOptions");

        Assert.Equal("mine", options.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()!.Value);
        Assert.Null(options.GetType().GetCustomAttribute<DebuggerTypeProxyAttribute>());
        Assert.Contains("Password = ***", options.ToString(), StringComparison.Ordinal);
    }

    static object Options(string declaration)
    {
        var project = Kit.Build(
            "Debugged" + Guid.NewGuid().ToString("N"),
            $"using StorageKit; namespace Acme; [StorageOptions] {declaration}\n{Members}");
        var type = Kit.Load(project).GetType("Acme.AcmeOptions")!;
        var options = Activator.CreateInstance(type)!;
        type.GetProperty("Host")!.SetValue(options, "db.example.com");
        type.GetProperty("Password")!.SetValue(options, "pa55");
        return options;
    }
}
