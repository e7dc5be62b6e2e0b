// Nest first: CommonJS packages that require it would otherwise meet a half-loaded ES module.
import '@nestjs/common';
import 'reflect-metadata';
