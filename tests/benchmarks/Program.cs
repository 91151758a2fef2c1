namespace Kam.Benchmarks;

internal static class Program
{
    private static void Main() { }
}
