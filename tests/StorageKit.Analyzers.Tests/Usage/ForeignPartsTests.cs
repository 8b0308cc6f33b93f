using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StorageKit.Analyzers.Usage;

namespace StorageKit.Analyzers.Tests.Usage;

/// <summary>What is wrong in another assembly cannot be reported there, so it is reported where it is asked for.</summary>
public sealed class ForeignPartsTests() : UsageRuleTests(new DriverMustBeRegistrable())
{
    [Theory]
    [InlineData(
        "[StorageOptions] public sealed record Part { public int A { get; init; } }",
        "'Other' has no generated binder for 'Part'. Build 'Other' with a reference to StorageKit.")]
    [InlineData(
        "[StorageResource] public sealed class Part { private Part() { } }",
        "'Part' has no accessible constructor. Correct 'Part' in 'Other'.")]
    [InlineData(
        "[StorageResource] public sealed class Part(Part part) { public Part Inner => part; }",
        "'Part' needs a class that cannot be constructed. Correct 'Part' in 'Other'.")]
    public async Task A_store_asks_for_a_part_that_is_broken_elsewhere(string part, string message)
    {
        var store = Analyzer.Compile($"using StorageKit; [StorageDriver(\"acme\")] public sealed class X(Part part) : IAuditSink {{ public Part Part => part; {Sink} }}")
            .AddReferences(Compile(part));

        var found = Assert.Single(await Analyzer.GetDiagnosticsAsync(store));

        Assert.Equal("SK0003", found.Id);
        Assert.Equal(message, found.GetMessage());
        Assert.Equal("part", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
    }

    [Fact]
    public async Task A_sound_resource_of_another_assembly_may_be_asked_for()
    {
        var store = Analyzer.Compile($"using StorageKit; [StorageDriver(\"acme\")] public sealed class X(Part part) : IAuditSink {{ public Part Part => part; {Sink} }}")
            .AddReferences(Compile("[StorageResource] public sealed class Part(TimeProvider time) { public TimeProvider Time => time; }"));

        Assert.Empty(await Analyzer.GetDiagnosticsAsync(store));
    }

    MetadataReference Compile(string source)
    {
        using var image = new MemoryStream();
        var other = ((CSharpCompilation)Analyzer.Compile("using StorageKit; " + source)).WithAssemblyName("Other");
        Assert.True(other.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
