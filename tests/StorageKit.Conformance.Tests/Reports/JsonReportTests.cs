using System.Text.Json;
using StorageKit.Testing;
using static StorageKit.Conformance.ClauseOutcome;

namespace StorageKit.Conformance.Tests.Reports;

public sealed class JsonReportTests
{
    [Fact]
    public void The_document_has_the_fields_that_machines_read()
    {
        var root = Parse(SampleReport.OfLanes(Passed, Failed, Inconclusive, NotApplicable, Untested));

        Assert.Equal(
            [
                "schema", "kit", "driver", "servers", "seed", "started", "elapsed_ms", "counts", "levels", "exemptions",
                "clauses",
            ],
            Names(root));
        Assert.Equal(
            ["passed", "failed", "not_applicable", "untested", "inconclusive", "deviating"], Names(root.GetProperty("counts")));
        Assert.All(
            root.GetProperty("levels").EnumerateArray(),
            level => Assert.Equal(
                [
                    "level", "reached", "obstacle", "passed", "failed", "deviating", "not_applicable", "untested",
                    "not_selected",
                ],
                Names(level)));
        var clauses = root.GetProperty("clauses").EnumerateArray().ToList();
        Assert.Equal(["id", "sentence", "lane", "level", "outcome", "selected", "elapsed_ms"], Names(clauses[0]));
        Assert.All(
            clauses.Skip(1),
            clause => Assert.Equal(
                ["id", "sentence", "lane", "level", "outcome", "selected", "reason", "elapsed_ms"], Names(clause)));
    }

    [Fact]
    public void The_values_are_the_report_s()
    {
        var report = SampleReport.OfLanes(Passed, Failed, Inconclusive, NotApplicable, Untested);
        var root = Parse(report);

        Assert.Equal(JsonReport.Schema, root.GetProperty("schema").GetInt32());
        Assert.Equal("acme", root.GetProperty("driver").GetString());
        Assert.Equal(report.Started, root.GetProperty("started").GetDateTimeOffset());
        Assert.Equal(1250, root.GetProperty("elapsed_ms").GetDouble());
        Assert.All(root.GetProperty("counts").EnumerateObject(), count => Assert.Equal(count.Name == "deviating" ? 0 : 1, count.Value.GetInt32()));
        Assert.Equal(
            ["core", "concurrent", "fault_tolerant", "durable"],
            root.GetProperty("levels").EnumerateArray().Select(level => level.GetProperty("level").GetString()));
        Assert.Equal(
            report.Results.Select(result => result.Clause.Id),
            root.GetProperty("clauses").EnumerateArray().Select(clause => clause.GetProperty("id").GetString()));
        Assert.Equal("for Network", root.GetProperty("clauses")[3].GetProperty("reason").GetString());
    }

    [Fact]
    public void A_document_with_everything_in_it_keeps_to_the_schema()
    {
        var report = SampleReport.OfLanes(Passed, Failed, Inconclusive, NotApplicable, Deviating);

        var problems = Problems(report with
        {
            Suite = "Acme.AcmeConformance",
            Servers = ["PostgreSQL 15.14"],
            Exemptions = [new("SK1001", "AcmeAudit.Purge", "a sealed job")],
            Results =
            [
                .. report.Results.Select(result => result with
                {
                    Deviation = "declared", Measurements = [new("p99", 1.5, "ms")], IsSelected = false,
                }),
                SampleReport.Result(ClauseCatalog.All.First(clause => clause.Info.Lane == Lane.Load), Untested, "x"),
            ],
        });

        Assert.Empty(problems);
    }

    [Fact]
    public void The_schema_refuses_what_the_form_does_not_have()
    {
        using var wrong = JsonDocument.Parse("""{"schema":2,"driver":5,"extra":true,"levels":[{"level":"top"}]}""");

        var problems = JsonSchema.Problems(wrong.RootElement);

        Assert.Contains("$.schema: expected 1", problems);
        Assert.Contains("$.driver: expected string", problems);
        Assert.Contains("$.extra: unknown", problems);
        Assert.Contains("$.clauses: missing", problems);
        Assert.Contains("$.levels[0].level: expected one of core, concurrent, fault_tolerant, durable", problems);
    }

    static IReadOnlyList<string> Problems(ConformanceReport report) => JsonSchema.Problems(Parse(report));

    [Theory]
    [InlineData("<script>alert(\"1\")</script>")]
    [InlineData("key \"a\0\n\"")]
    public void Any_reason_can_be_written(string reason) => Assert.Equal(reason, Written(reason));

    // Not a theory: a runner hands a theory's texts on as UTF-8.
    [Fact]
    public void A_reason_that_is_no_valid_Unicode_can_be_written() =>
        Assert.Equal("a lone \ufffd surrogate", Written("a lone \ud83d surrogate"));

    static string? Written(string reason) =>
        Parse(SampleReport.Of(SampleReport.LostUpdate(reason))).GetProperty("clauses")[0].GetProperty("reason")
            .GetString();

    static List<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    static JsonElement Parse(ConformanceReport report)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(report, stream);
        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }
}
