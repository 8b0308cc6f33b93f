using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using StorageKit.Analyzers.AppendOnly;
using StorageKit.Analyzers.AtomicCounter;
using StorageKit.Analyzers.Effects;
using StorageKit.Analyzers.Records;

namespace StorageKit.Analyzers.Stores;

/// <summary>
/// Runs the store rules over each class that implements a contract. One analyzer hosts them all, because the effects of
/// a store are costly to find and every rule asks for the same ones.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StoreAnalyzer : DiagnosticAnalyzer
{
    readonly ImmutableArray<StoreRule> rules;

    public StoreAnalyzer()
        : this(
            new MemberMustNotBeAStub(),
            new SqlMustBeKnown(),
            new StateMustNotBeStatic(),
            new SqlMustNotChangeStoredRows(),
            new UpsertMustNotOverwriteRow(),
            new EntityMustNotChange(),
            new DocumentMustNotBeOverwritten(),
            new RedisKeyMustOnlyGrow(),
            new FileMustOnlyGrow(),
            new CollectionMustOnlyGrow(),
            new ContainerMustKeepOrder(),
            new EntriesMustBeEmittedInOrder(),
            new SuccessNeedsADurableWrite(),
            new FailureMustNotBeSwallowed(),
            new BufferMustNotDropEntries(),
            new AppendStateMustBeSynchronised(),
            new TailMustBeReadAndExtendedAtOnce(),
            new EntriesMustNotExpire(),
            new OrderMustRestOnASequence(),
            new HashedFieldsMustBeStoredWhole(),
            new ReadModifyWriteMustBeOneStep(),
            new IncrementMustCarryItsExpiry(),
            new WindowMustBeArmedOnce(),
            new WindowMustBeArmedWhenCreated(),
            new CheckAndActMustBeOneCall(),
            new DictionaryDelegateMustBePure(),
            new CounterFieldMustBeUpdatedAtomically(),
            new LockMustSpanReadAndWrite(),
            new LockMustExcludeOthers(),
            new SharedStoreNeedsMoreThanALock(),
            new LockMustBeReleasedOnce(),
            new EntityMustCarryAToken(),
            new TransactionMustKeepOthersOut(),
            new UpsertMustAccumulate(),
            new TotalMustBeTheResult(),
            new NumbersMustKeepTheirRange(),
            new QueueMustBeExecuted(),
            new EvictionMustSpareLiveCounters(),
            new FailureMustNotLookLikeATotal(),
            new RemovalMustBeIdempotent(),
            new MissingRecordMustBeReported(),
            new SaveMustReplace(),
            new SecretMustNotLeak(),
            new BufferMustBeCopied(),
            new KeyMustNotBeSpliced(),
            new CancellationMustBeHonoured(),
            new AsyncMemberMustNotBlock(),
            new BackendErrorsMustNotEscape(),
            new ClientMustNotBeShared(),
            new InvalidateMustReachTheCache(),
            new RecordMustCarryItsExpiry(),
            new HeartbeatMustNotRegister())
    {
    }

    /// <summary>Some rules only, so that a test of one is not disturbed by others.</summary>
    internal StoreAnalyzer(params StoreRule[] rules)
    {
        this.rules = [.. rules];
        SupportedDiagnostics = [.. rules.Select(rule => rule.Descriptor)];
    }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    void Start(CompilationStartAnalysisContext context)
    {
        if (!ContractTypes.TryGet(context.Compilation, out var contracts))
            return;
        var table = new EffectTable(context.Compilation);
        var bodies = new MethodBodies(context.Compilation, table);
        var outside = new OutsideCode(context.Compilation, contracts, bodies, table);

        var parts = new StoreParts(contracts, bodies, outside, table);
        foreach (var rule in rules)
            if (rule.Elsewhere(context.Compilation, parts) is { } analyze)
                context.RegisterOperationAction(analyze, OperationKind.Invocation, OperationKind.SimpleAssignment);

        context.RegisterSymbolAction(symbol => Analyze(symbol, parts), SymbolKind.NamedType);
    }

    void Analyze(SymbolAnalysisContext context, StoreParts parts)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct)
            || !type.AllInterfaces.Any(parts.Contracts.IsContract))
            return;
        var store = parts.Of(type, context.CancellationToken);
        foreach (var rule in rules)
            foreach (var violation in rule.Find(store))
                if (!IsExempt(rule, violation, store)
                    && parts.IsNew(rule.Descriptor.Id, violation.Location))
                    context.ReportDiagnostic(
                        Diagnostic.Create(
                            rule.Descriptor, violation.Location,
                            violation.Severity ?? rule.Descriptor.DefaultSeverity, additionalLocations: null,
                            violation.Properties, violation.Arguments));
    }

    /// <summary>An exemption on the store, on the method with the effect, or on one that calls it.</summary>
    static bool IsExempt(StoreRule rule, Violation violation, Store store)
    {
        if (store.Contracts.IsExempt(store.Type, rule.Descriptor.Id))
            return true;
        for (var frame = violation.Frame; frame is not null; frame = frame.Caller)
            if (store.Contracts.IsExempt(frame.Body.Method, rule.Descriptor.Id))
                return true;
        return false;
    }
}
