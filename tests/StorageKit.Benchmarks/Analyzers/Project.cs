using System.Globalization;
using System.Reflection;

namespace StorageKit.Benchmarks.Analyzers;

/// <summary>A folder of sources that the benchmark compiles again and again.</summary>
internal sealed class Project
{
    const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

    readonly string _folder;

    Project(string folder) => _folder = folder;

    /// <summary>One class a file, made of the templates in turn; <c>Number</c> in them tells the classes
    /// apart.</summary>
    public static Project Create(string folder, int classes, params ReadOnlySpan<string> templates)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Usings.cs"), Usings);
        for (var i = 0; i < classes; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            var source = Template(templates[i % templates.Length]).Replace("Number", number, StringComparison.Ordinal);
            File.WriteAllText(Path.Combine(folder, $"Class{number}.cs"), source);
        }
        return new(folder);
    }

    public Project With(string template)
    {
        File.WriteAllText(Path.Combine(_folder, $"{template}.cs"), Template(template));
        return this;
    }

    /// <summary>What the compiler is told, without analyzers.</summary>
    public IEnumerable<string> Arguments =>
    [
        "/noconfig", "/nologo", "/nostdlib+", "/nullable:enable", "/target:library", "/debug:portable",
        "/nowarn:CS1701,CS1702", $"/out:{Path.Combine(_folder, "out.dll")}",
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator).Where(IsReferenced).Select(path => $"/reference:{path}"),
        Path.Combine(_folder, "*.cs"),
    ];

    // The program's own assemblies reference the analyzers' and the compiler's, which no driver does.
    static bool IsReferenced(string path) =>
        Path.GetFileName(path) is var name
        && !name.StartsWith("StorageKit.Analyzers", StringComparison.Ordinal)
        && !name.StartsWith("StorageKit.Benchmarks", StringComparison.Ordinal)
        && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    static string Template(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new ArgumentException($"There is no template '{name}'.", nameof(name));
        return new StreamReader(stream).ReadToEnd();
    }
}
