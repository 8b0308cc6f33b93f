using System.Xml.Linq;
using StorageKit.Conformance;

namespace StorageKit.Package.Tests.Consumers;

/// <summary>One test of a TRX file.</summary>
internal sealed record SuiteResult(string Class, string Name, string Outcome, string Message)
{
    /// <summary>Fails unless exactly these clauses stand in the file, each with its test.</summary>
    internal static void AssertClauses(string path, Func<Clause, bool> select) => Assert.Equal(
        ClauseCatalog.All.Where(select).Select(clause => clause.Id).Order(StringComparer.Ordinal),
        Read(path).Select(result => result.Name.Split(' ')[0]).Order(StringComparer.Ordinal));

    /// <summary>Reads what <c>dotnet test --logger trx</c> wrote.</summary>
    internal static IReadOnlyList<SuiteResult> Read(string path)
    {
        var trx = XDocument.Load(path);
        XNamespace ns = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
        var classes = trx.Descendants(ns + "UnitTest").ToDictionary(
            test => test.Attribute("id")!.Value,
            test => test.Element(ns + "TestMethod")!.Attribute("className")!.Value);
        return
        [
            .. trx.Descendants(ns + "UnitTestResult").Select(result => new SuiteResult(
                classes[result.Attribute("testId")!.Value],
                result.Attribute("testName")!.Value,
                result.Attribute("outcome")!.Value,
                string.Concat(result.Elements(ns + "Output").Select(output => output.Value)))),
        ];
    }
}
