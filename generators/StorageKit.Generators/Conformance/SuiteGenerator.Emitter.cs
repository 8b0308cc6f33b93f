using Microsoft.CodeAnalysis;
using StorageKit.Roslyn;

namespace StorageKit.Generators;

public sealed partial class SuiteGenerator
{
    static void Emit(SourceProductionContext output, SuiteModel suite, EquatableArray<string> clashes)
    {
        var writer = GeneratedFile.Start();
        if (suite.Namespace.Length > 0) writer.WriteLine($"namespace {suite.Namespace};\n");
        if (suite.IsAutomatic)
        {
            writer.WriteLine(
                $"/// <summary>The conformance suite of the driver {Xml(suite.Driver)}, "
                + "which needs no backend.</summary>");
            writer.WriteLine(
                $"[global::StorageKit.Conformance.ConformanceSuite({Literals.Text(suite.Driver)})]");
        }
        writer.WriteLine(GeneratedFile.Attribute);
        // Sealed: a class derived from a suite would run every test again, and share its end with the first one's.
        writer.WriteLine(
            (suite.IsAutomatic ? "public " : "") + $"sealed partial class {suite.ClassName} : "
            + (suite.IsAutomatic ? "global::StorageKit.Conformance.ConformanceSuite, " : "")
            + $"global::Xunit.IClassFixture<global::StorageKit.Conformance.Xunit.SuiteLifetime<{suite.ClassName}>>");
        writer.OpenBlock();
        if (suite.Registration is null) EmitManifestWithoutDriver(writer, suite);
        else EmitManifestAndTests(writer, suite);
        writer.WriteLine();
        writer.WriteLine("/// <summary>The suite and the kit that runs it have the same clauses.</summary>");
        writer.WriteLine("[global::Xunit.Fact]");
        writer.WriteLine("public void Every_clause_is_accounted_for() => VerifyManifest();");
        writer.CloseBlock();
        var hint = HintName(suite);
        var clash = clashes.ToList().IndexOf(hint);
        output.AddSource(clash < 0 ? hint : $"{clash + 1}.{hint}", writer.ToString());
    }

    /// <summary>The names that some other equals but for the case of letters.</summary>
    static EquatableArray<string> Clashes(IEnumerable<string> names) => names
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(same => same.Distinct().Count() > 1)
        .SelectMany(same => same.Distinct())
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    static string HintName(SuiteModel suite) =>
        $"{(suite.Namespace.Length > 0 ? suite.Namespace + "." : "")}{suite.ClassName}.Suite.g.cs".Replace("@", "");

    static void EmitManifestAndTests(SourceWriter writer, SuiteModel suite)
    {
        var applicable = suite.Clauses.Where(suite.Serves);
        var notApplicable = suite.Clauses.Where(clause => !suite.Serves(clause));
        writer.WriteLine("/// <inheritdoc/>");
        writer.WriteLine("protected override global::StorageKit.Conformance.ConformanceManifest Manifest => new(");
        writer.Indentation++;
        writer.WriteLine($"{Literals.Text(suite.Driver)}, {suite.Registration}.Register,");
        writer.WriteLine(Ids(applicable) + ",");
        writer.WriteLine(Ids(notApplicable) + ");");
        writer.Indentation--;
        foreach (var clause in suite.Clauses) EmitTest(writer, suite, clause);
    }

    /// <summary>The driver is unknown or broken, and a rule says so; the compiler would not come to the rules if this
    /// member were missing (it stops at CS0534). Who silences the rule still has a test, and it fails.</summary>
    static void EmitManifestWithoutDriver(SourceWriter writer, SuiteModel suite)
    {
        var message = Literals.Text(
            $"There is no driver \"{suite.Driver}\" that could be registered. Build again: "
            + "an error from SK0001 to SK0010 says why.");
        writer.WriteLine("/// <inheritdoc/>");
        writer.WriteLine("protected override global::StorageKit.Conformance.ConformanceManifest Manifest =>");
        writer.WriteLine($"    throw new global::System.InvalidOperationException({message});");
    }

    static void EmitTest(SourceWriter writer, SuiteModel suite, ClauseModel clause)
    {
        var skip = suite.Serves(clause)
            ? ""
            : $", Skip = {Literals.Text($"not applicable: the driver has no {ShortName(clause.Contract!)}")}";
        var name = Literals.Text($"{clause.Id} {clause.Sentence}");
        writer.WriteLine();
        writer.WriteLine($"/// <summary>{Xml(clause.Sentence)}</summary>");
        writer.WriteLine($"[global::StorageKit.Conformance.Xunit.ClauseFact(DisplayName = {name}{skip})]");
        writer.WriteLine(
            $"[{Trait("clause", clause.Id)}, {Trait("contract", clause.ContractKind ?? "all")}, "
            + (clause.Contract is { } contract ? $"{Trait("contract", ShortName(contract))}, " : "")
            + $"{Trait("lane", clause.Lane)}, {Trait("driver", suite.Driver)}]");
        // The test's first line is the author's attribute: a double click in a test explorer lands there.
        // In a directive a path stands as it is: what escapes would do to C:\new is not undone.
        if (!suite.IsAutomatic) writer.WriteLine($"#line {suite.Line} \"{suite.File}\"");
        writer.WriteLine(
            $"public global::System.Threading.Tasks.Task {clause.Method}() => RunAsync({Literals.Text(clause.Id)});");
        if (!suite.IsAutomatic) writer.WriteLine("#line default");
    }

    static string Trait(string name, string value) =>
        $"global::Xunit.Trait({Literals.Text(name)}, {Literals.Text(value)})";

    static string Ids(IEnumerable<ClauseModel> clauses) =>
        $"[{string.Join(", ", clauses.Select(clause => Literals.Text(clause.Id)))}]";

    static string ShortName(string fullName) => fullName.Substring(fullName.LastIndexOf('.') + 1);

    static string Xml(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
