using System.Reflection;
using System.Text;

namespace StorageKit.Tests;

/// <summary>Holds the public types and members of an assembly against a text beside the test, so that no change of them
/// goes unseen. STORAGEKIT_ACCEPT=1 accepts the present state.</summary>
internal static class PublicApi
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <param name="assembly">Whose public surface it is.</param>
    /// <param name="folder">The folder of the test project, where <c>PublicApi.verified.txt</c> lies.</param>
    internal static void Verify(Assembly assembly, string folder)
    {
        var verified = Path.Combine(folder, "PublicApi.verified.txt");
        var received = Path.Combine(folder, "PublicApi.received.txt");
        var expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : "";
        var actual = Print(assembly);
        File.Delete(received);
        if (actual == expected) return;
        if (Environment.GetEnvironmentVariable("STORAGEKIT_ACCEPT") == "1")
        {
            File.WriteAllText(verified, actual);
            return;
        }
        File.WriteAllText(received, actual);
        Assert.Fail(
            $"The public API of {assembly.GetName().Name} is not what PublicApi.verified.txt says:\n"
            + Difference(expected, actual) + "Run with STORAGEKIT_ACCEPT=1 if the change is meant.");
    }

    /// <summary>A line a type and a member, in ordinal order.</summary>
    internal static string Print(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(PublicApiNames.Of, StringComparer.Ordinal))
        {
            text.Append(PublicApiNames.Declaration(type)).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(line).Append('\n');
        }
        return text.ToString();
    }

    static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name))}");
        // The compiler's own members of records ('<Clone>$') say nothing that 'record' does not.
        return type.GetMembers(Declared)
            .Where(member => !member.Name.Contains('<', StringComparison.Ordinal))
            .Select(PublicApiNames.Member).OfType<string>();
    }

    static string Difference(string expected, string actual)
    {
        var before = expected.Split('\n').ToHashSet();
        var after = actual.Split('\n').ToHashSet();
        var text = new StringBuilder();
        foreach (var line in before.Except(after)) text.Append("- ").Append(line).Append('\n');
        foreach (var line in after.Except(before)) text.Append("+ ").Append(line).Append('\n');
        return text.ToString();
    }
}
