using System.Xml.Linq;

namespace StorageKit.Package.Tests.Consumers;

/// <summary>One test of a TRX file.</summary>
internal sealed record SuiteResult(string Class, string Name, string Outcome, string Message)
{
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
