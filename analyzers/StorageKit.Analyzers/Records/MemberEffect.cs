using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Effects.Technologies;

namespace StorageKit.Analyzers.Records;

/// <summary>The effect at a place, so that it can be reported; one that does nothing where there is none.</summary>
internal static class MemberEffect
{
    public static Effect At(IOperation operation, Frame frame) =>
        new(EffectKind.Read, Fields.Technology, operation, frame);
}
