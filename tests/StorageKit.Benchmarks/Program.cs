using System.Globalization;
using StorageKit.Benchmarks.Analyzers;

// dotnet run -c Release --project tests/StorageKit.Benchmarks -- analyzers [ROUNDS]
switch (args)
{
    case ["analyzers"]:
        return AnalyzerBenchmark.Run(rounds: 15);
    case ["analyzers", var rounds]:
        return AnalyzerBenchmark.Run(int.Parse(rounds, CultureInfo.InvariantCulture));
    default:
        Console.Error.WriteLine("Usage: analyzers [ROUNDS]");
        return 2;
}
