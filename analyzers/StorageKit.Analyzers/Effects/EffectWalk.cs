using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using StorageKit.Analyzers.Effects.Technologies;
using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Effects;

/// <summary>
/// Walks an entry point in evaluation order, follows calls into the store's own family, and writes down the effects.
/// </summary>
internal sealed class EffectWalk
{
    /// <summary>Contract member, helper, helper's helper, and one more; drivers seen in public go no deeper.</summary>
    const int MaxDepth = 5;

    /// <summary>
    /// An entry point that fans out into more calls than this is judged by what was walked until then.
    /// </summary>
    const int MaxFrames = 400;

    readonly Store store;
    readonly EffectTable table;
    readonly List<Effect> effects = [];
    readonly List<Frame> frames = [];

    EffectWalk(Store store) => (this.store, table) = (store, store.Parts.Table);

    public static EffectWalk From(IMethodSymbol entry, Store store)
    {
        var walk = new EffectWalk(store);
        if (store.Bodies.Find(entry, store.CancellationToken) is { } body)
            walk.Start(body);
        return walk;
    }

    /// <summary>The effects of the values that fields are initialised with.</summary>
    public static EffectWalk From(IEnumerable<MethodBody> initializers, Store store)
    {
        var walk = new EffectWalk(store);
        foreach (var body in initializers)
            walk.Start(body);
        return walk;
    }

    public IReadOnlyList<Effect> Effects => effects;

    /// <summary>Every method that was walked, as it was reached; the entry point is the first.</summary>
    public IReadOnlyList<Frame> Frames => frames;

    void Start(MethodBody body)
    {
        var frame = new Frame(body, body.Root, store);
        frames.Add(frame);
        Visit(body.Root, frame);
    }

    void Visit(IOperation operation, Frame frame)
    {
        store.CancellationToken.ThrowIfCancellationRequested();

        // Local functions run where they are called, not where they are written.
        if (operation is ILocalFunctionOperation)
            return;
        foreach (var child in operation.ChildOperations)
            Visit(child, frame);
        var before = effects.Count;
        if (ApiCall.From(operation) is { } call)
            AddCall(call, frame);
        if (effects.Count == before && FieldEffects.At(operation, frame) is { } field)
            effects.Add(field);
        for (var i = before; i < effects.Count; i++)
            frame.Add(effects[i]);
        if (effects.Count == before)
            Follow(operation, frame);
    }

    void AddCall(ApiCall call, Frame frame)
    {
        foreach (var (technology, row) in table.Candidates(call.Member, call.ReceiverType))
        {
            if (!call.Fits(row, frame))
                continue;
            if (!technology.IsSharedStore && call.Receiver is { } receiver && !Sharing.IsShared(receiver, frame))
                return;
            if (row.Kind == EffectKind.Sql)
                effects.AddRange(SqlEffects.At(call, technology, frame));
            else if (row.Kind == EffectKind.Script)
                effects.AddRange(ScriptEffects.At(call, technology, TargetOf(technology, call, frame), frame));
            else
                effects.Add(new(KindOf(row, call), technology, call.Operation, frame)
                {
                    Target = TargetOf(technology, call, frame),
                    Key = KeyOf(row, call, frame),
                    Values = call.Argument(row.Value) is { } value ? [value] : [],
                });
            return;
        }

        if (call.Member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            && AnySql.CanTake(method, store.Parts.Compilation) && store.BodyOf(method) is null)
            effects.AddRange(SqlEffects.At(call, AnySql.Technology, frame)
                .Where(effect => AnySql.IsStatement(effect.Statement!)));
    }

    /// <summary>An indexer is written where it is set, and read elsewhere.</summary>
    static EffectKind KindOf(ApiRow row, ApiCall call) =>
        row.Member == "this[]" && !call.IsSetter ? EffectKind.Read : row.Kind;

    static string KeyOf(ApiRow row, ApiCall call, Frame frame) =>
        row.Key < 0 ? ""
        : row.SubKey < 0 ? Identity.Of(call.Argument(row.Key), frame)
        : $"{Identity.Of(call.Argument(row.Key), frame)}#{Identity.Of(call.Argument(row.SubKey), frame)}";

    static string TargetOf(Technology technology, ApiCall call, Frame frame) => technology.Place switch
    {
        Place.Receiver => Identity.Of(call.Receiver, frame),
        Place.Entity => EntityTypes.NameOf(call, frame),
        _ => technology.IsSharedStore ? ClientOf(call, frame) : Identity.Of(call.Receiver, frame),
    };

    /// <summary>
    /// A shared store is the same one through any handle, unless the handles are different fields: a driver that holds
    /// two of them talks to two stores.
    /// </summary>
    static string ClientOf(ApiCall call, Frame frame) =>
        call.Receiver is { } receiver
            && Operands.RootOf(Source(receiver, frame)) is IFieldReferenceOperation { Field: var field }
            ? field.Name : "";

    static IOperation Source(IOperation receiver, Frame frame) =>
        Operands.RootOf(receiver) is ILocalReferenceOperation local
            && frame.Body.DefinitionsOf(local) is [var definition]
            ? definition
            : receiver;

    void Follow(IOperation operation, Frame frame)
    {
        if (CallGraph.CalleeOf(operation) is not { } callee || frame.Depth >= MaxDepth || frames.Count >= MaxFrames)
            return;
        if (callee.MethodKind == MethodKind.LocalFunction)
            Enter(frame.Body, frame.Body.LocalFunction(callee), operation, frame);
        else if (store.BodyOf(callee) is { } body)
            Enter(body, body.Root, operation, frame);
    }

    void Enter(MethodBody body, IOperation? code, IOperation callSite, Frame frame)
    {
        if (code is null || frame.IsRunning(code))
            return;
        var callee = new Frame(body, code, store, frame, callSite);
        frames.Add(callee);
        frame.Add(callSite, callee);
        Visit(code, callee);
    }
}
